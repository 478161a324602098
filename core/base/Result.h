#pragma once

#include "core/base/Error.h"

#include <QtGlobal>

#include <functional>
#include <type_traits>
#include <utility>
#include <variant>

namespace isthmus::base {

/// For operations that only succeed or fail.
using Done = std::monostate;

/// A value or an Error; it cannot be dropped silently. Taking the one that is not there is a bug.
template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(Fault fault, QString detail) : m_state(std::in_place_index<1>, Error{fault, std::move(detail)}) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!ok());
        return *std::get_if<1>(&m_state);
    }
    [[nodiscard]] T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// Continues with \p f (T -> Result<U>) if there is a value; passes the error on otherwise.
    template <typename F>
    auto then(F &&f) && -> std::invoke_result_t<F, T &&>
    {
        if (!ok())
            return error();
        return std::invoke(std::forward<F>(f), std::move(*this).value());
    }

    bool operator==(const Result &) const = default;

private:
    std::variant<T, Error> m_state;
};

}
