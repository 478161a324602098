#pragma once

namespace isthmus::base {

/// One visitor made of several function objects, for std::visit over a variant: the compiler then tells a missing alternative.
template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

}
