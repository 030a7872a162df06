// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/disk.h"

#include <cerrno>
#include <utility>

namespace freehold::simulation::disk {

namespace {

Fault current = Fault::none;
std::size_t left = 0; ///< writes until it happens
bool happened = false;
bool threads = true;

} // namespace

Faulty::Faulty(Fault fault, std::size_t after)
{
    current = fault;
    left = after;
    happened = false;
}

Faulty::~Faulty()
{
    current = Fault::none;
    happened = false;
}

bool hasFailed()
{
    return happened;
}

bool isCut()
{
    return happened && current == Fault::cut;
}

int errorOfNext(Kind write)
{
    if (current == Fault::none)
        return 0;
    if (left > 0) {
        --left;
        return 0;
    }
    if (current == Fault::cut) {
        happened = true;
        return EIO;
    }
    if (current == Fault::full) {
        happened = happened || write == Kind::needs_room;
        return write == Kind::needs_room ? ENOSPC : 0;
    }
    if (happened || write == Kind::removes)
        return 0;
    happened = true;
    return EIO;
}

OneThread::OneThread()
{
    threads = false;
}

OneThread::~OneThread()
{
    threads = true;
}

ManyThreads::ManyThreads()
    : were_(std::exchange(threads, true))
{
}

ManyThreads::~ManyThreads()
{
    threads = were_;
}

bool hasThreads()
{
    return threads;
}

} // namespace freehold::simulation::disk
