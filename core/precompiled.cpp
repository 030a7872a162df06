// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the precompiled headers of cmake/Layers.cmake; it has nothing of its own.
