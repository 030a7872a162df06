// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/passing_places.h"

#include "support/passing_file.h"

namespace freehold::change {

void PassingPlaces::makeFolder() const
{
    // Where it can't be made, writing into it fails and says why.
    std::error_code ignored;
    std::filesystem::create_directory(folder_, ignored);
}

void PassingPlaces::makeFiles(const Lengths &lengths) const
{
    makeFolder();
    file::makeRoom(document(), 1);
    file::makeRoom(pack(), lengths.pack);
    file::makeRoom(packIndex(), lengths.packIndex);
    file::makeRoom(main(), 1);
    file::makeRoom(index(), lengths.index);
}

} // namespace freehold::change
