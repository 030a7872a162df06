// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// The disk of all machines: what this process, with its libraries, asks the system to write goes through
/// here (intercepted.cpp), and may fail.
namespace freehold::simulation::disk {

/// What becomes of the write after so many more, each being one call to the system.
enum class Fault {
    none,
    full, ///< from that one on, what needs room finds none
    broken, ///< that one alone fails; a removal goes well
    cut, ///< the program is gone: that one and all later ones don't happen
};

/// From here to its end writes may fail, of whatever machine.
class Faulty {
public:
    Faulty(Fault fault, std::size_t after);
    Faulty(const Faulty &) = delete;
    Faulty &operator=(const Faulty &) = delete;
    ~Faulty();
};
/// Whether it has come to a fault, in the Faulty that lives now.
[[nodiscard]] bool hasFailed();
/// Whether the program at work is gone, and tells nobody anything.
[[nodiscard]] bool isCut();

/// While one lives, whoever wants to work beside finds no thread to be had (support/aside.h), and does it at
/// once: so all writes come in the same order each time.
class OneThread {
public:
    OneThread();
    OneThread(const OneThread &) = delete;
    OneThread &operator=(const OneThread &) = delete;
    ~OneThread();
};
/// The same for what needs its threads, and writes nothing with them, within that.
class ManyThreads {
public:
    ManyThreads();
    ManyThreads(const ManyThreads &) = delete;
    ManyThreads &operator=(const ManyThreads &) = delete;
    ~ManyThreads();

private:
    bool were_;
};

enum class Kind { needs_room, renames, removes };
/// Asked before a write: the system's error number, or 0 where it may go on.
[[nodiscard]] int errorOfNext(Kind write);
[[nodiscard]] bool hasThreads();

} // namespace freehold::simulation::disk
