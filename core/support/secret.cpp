// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/secret.h"

#include "support/process_memory.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace freehold {

namespace {

/// Whole pages, so that locking and leaving out of dumps concerns nothing else.
std::size_t pagesFor(std::size_t size)
{
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (std::max<std::size_t>(size, 1) + page - 1) / page * page;
}

/// Not OpenSSL's secure heap: that one is of a fixed size, and once it is there OpenSSL takes the memory of
/// Argon2 from it too, which never fits.
std::uint8_t *allocate(std::size_t size)
{
    const std::size_t bytes = pagesFor(size);
    void *memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    // Beyond the user's limit of locked memory it is still wiped and left out of dumps.
    mlock(memory, bytes);
    leaveOutOfDumps(memory, bytes);
    return static_cast<std::uint8_t *>(memory);
}

} // namespace

Secret::Secret(std::size_t size)
    : data_(allocate(size))
    , size_(size)
{
}

Secret Secret::of(ByteView bytes)
{
    Secret secret(bytes.size());
    std::ranges::copy(bytes, secret.data());
    return secret;
}

Secret Secret::random(std::size_t size)
{
    Secret secret(size);
    RAND_priv_bytes(secret.data(), static_cast<int>(size));
    return secret;
}

Secret::~Secret()
{
    if (data_ == nullptr)
        return;
    OPENSSL_cleanse(data_, pagesFor(size_));
    munmap(data_, pagesFor(size_));
}

void wipe(void *memory, std::size_t size)
{
    OPENSSL_cleanse(memory, size);
}

} // namespace freehold
