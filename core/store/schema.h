// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace freehold::store {

/// What leads from each version of the database to the next. Only ever added to.
inline constexpr std::array<const char *, 5> migrations{
    R"(CREATE TABLE sightings (
           id TEXT PRIMARY KEY,
           device TEXT NOT NULL,
           answered INTEGER NOT NULL,
           last_seen INTEGER NOT NULL
       ) STRICT;
       CREATE TABLE facts (
           type TEXT NOT NULL,
           key TEXT NOT NULL,
           owner TEXT NOT NULL,
           version INTEGER NOT NULL,
           expires INTEGER NOT NULL,
           value TEXT NOT NULL,
           PRIMARY KEY (type, key)
       ) STRICT;
       CREATE TABLE events (
           id INTEGER PRIMARY KEY,
           time INTEGER NOT NULL,
           code TEXT NOT NULL,
           arguments TEXT NOT NULL
       ) STRICT;)",
    R"(CREATE TABLE convergence (
           change TEXT NOT NULL,
           domain TEXT NOT NULL,
           step TEXT NOT NULL,
           arguments TEXT NOT NULL,
           due INTEGER NOT NULL,
           PRIMARY KEY (change, domain)
       ) STRICT;)",
    R"(ALTER TABLE sightings ADD COLUMN host TEXT NOT NULL DEFAULT '';)",
    R"(CREATE TABLE invitations (
           secret_hash TEXT PRIMARY KEY,
           role TEXT NOT NULL,
           given_by TEXT NOT NULL,
           ends INTEGER NOT NULL
       ) STRICT;)",
    // What others stated is heard anew, in a form that can be passed on.
    R"(ALTER TABLE facts RENAME TO former_facts;
       CREATE TABLE facts (
           type TEXT NOT NULL,
           owner TEXT NOT NULL,
           key TEXT NOT NULL,
           version INTEGER NOT NULL,
           expires INTEGER NOT NULL,
           value TEXT NOT NULL,
           signature TEXT NOT NULL,
           travels INTEGER NOT NULL,
           PRIMARY KEY (type, owner, key)
       ) STRICT;
       INSERT INTO facts SELECT type, owner, key, version, expires, value, '', 0 FROM former_facts
           WHERE type <> 'member-presence';
       DROP TABLE former_facts;)",
};

} // namespace freehold::store
