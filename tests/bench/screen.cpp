// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/screen.h"

#include "bench/process.h"
#include "bench/workbench.h"

#include <QThread>

#include <cstring>
#include <endian.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace freehold::bench {

namespace {

constexpr std::size_t pixelBytes = 4;
constexpr std::size_t every = 37; // no divisor of a line's length, so that the samples spread over columns

/// Fields of an X window dump's header: big-endian words (X11/XWDFile.h).
std::uint32_t headerWord(const std::uint8_t *file, std::size_t index)
{
    std::uint32_t word = 0;
    std::memcpy(&word, file + index * sizeof word, sizeof word);
    return be32toh(word);
}

std::size_t differing(const Screen::Picture &one, const Screen::Picture &other)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < one.size(); ++at)
        count += one[at] != other[at] ? 1 : 0;
    return count;
}

} // namespace

Result<std::unique_ptr<Screen>> Screen::open(const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    std::unique_ptr<Screen> screen(new Screen);
    screen->server_ = TRY(testing::Program::start({"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24",
        "-nolisten", "tcp", "-fbdir", folder.string()}));
    const auto isNumber = [](const std::string &line) {
        return !line.empty() && line.find_first_not_of("0123456789") == std::string::npos;
    };
    if (!screen->server_->waitForLine(isNumber))
        return because("Xvfb did not start");
    for (const std::string &line : screen->server_->lines()) {
        if (isNumber(line))
            screen->display_ = ":" + line;
    }
    const auto place = folder / "Xvfb_screen0";
    const int descriptor = ::open(place.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status{};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
        return because("Xvfb has no picture");
    screen->bytes_ = static_cast<std::size_t>(status.st_size);
    void *mapped = ::mmap(nullptr, screen->bytes_, PROT_READ, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    if (mapped == MAP_FAILED)
        return because("Xvfb's picture could not be mapped");
    screen->file_ = static_cast<const std::uint8_t *>(mapped);
    screen->blank_ = screen->look();
    return screen;
}

Screen::~Screen()
{
    if (file_ != nullptr)
        ::munmap(const_cast<std::uint8_t *>(file_), bytes_);
}

std::size_t Screen::firstPixel() const
{
    constexpr std::size_t headerSizeWord = 0;
    constexpr std::size_t colorsWord = 19;
    constexpr std::size_t colorBytes = 12;
    return headerWord(file_, headerSizeWord) + headerWord(file_, colorsWord) * colorBytes;
}

Screen::Picture Screen::look() const
{
    Picture picture;
    for (std::size_t at = firstPixel(); at + pixelBytes <= bytes_; at += every * pixelBytes) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, file_ + at, pixelBytes);
        picture.push_back(pixel);
    }
    return picture;
}

Screen::Picture Screen::look(const Region &region) const
{
    constexpr std::size_t lineBytesWord = 12;
    const std::size_t lineBytes = headerWord(file_, lineBytesWord);
    Picture picture(region.width * region.height);
    for (std::size_t line = 0; line < region.height; ++line) {
        const std::size_t at = firstPixel() + (region.y + line) * lineBytes + region.x * pixelBytes;
        if (at + region.width * pixelBytes <= bytes_)
            std::memcpy(&picture[line * region.width], file_ + at, region.width * pixelBytes);
    }
    return picture;
}

Result<Screen::Drawn> Screen::watch(
    const testing::Command &command, const std::string &program, const std::optional<Region> &data) const
{
    constexpr unsigned long pollMilliseconds = 4;
    constexpr double stillAfter = 2'500;
    constexpr double longest = 20'000;
    struct Frame {
        double at;
        Picture whole;
        Picture data;
    };
    const auto take = [&] { return Frame{0, look(), data ? look(*data) : Picture()}; };
    // The window of the program before this one goes when the server has noticed that it is gone.
    const auto patience = std::chrono::steady_clock::now() + testing::patience;
    while (look() != blank_ && std::chrono::steady_clock::now() < patience)
        QThread::msleep(pollMilliseconds);
    const Frame empty = take();
    std::vector<Frame> frames;
    const auto begin = std::chrono::steady_clock::now();
    const auto now = [&] { return Milliseconds(std::chrono::steady_clock::now() - begin).count(); };
    const auto started = TRY(testing::Program::start(command));
    while (now() < longest) {
        Frame frame = take();
        frame.at = now();
        const Frame &before = frames.empty() ? empty : frames.back();
        if (frame.whole != before.whole || frame.data != before.data)
            frames.push_back(std::move(frame));
        if (!frames.empty() && now() - frames.back().at > stillAfter)
            break;
        QThread::msleep(pollMilliseconds);
    }
    if (frames.empty() || (data && frames.back().data == empty.data))
        return because(program + " draws nothing");
    const Frame &last = frames.back();
    const std::size_t little = last.whole.size() / 100;
    const auto good = std::ranges::find_if(frames, [&](const Frame &frame) {
        return data ? frame.data == last.data : differing(frame.whole, last.whole) <= little;
    });
    const ProcessTree process = ProcessTree(started->pid()).named(program);
    return Drawn{good->at, process.residentBytes()};
}

} // namespace freehold::bench
