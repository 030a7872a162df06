// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace freehold {

/// How a unique_ptr lets go of what a C library made: by the function that the library has for it.
template <auto free>
struct Freed {
    template <class Type>
    void operator()(Type *object) const
    {
        free(object);
    }
};

} // namespace freehold
