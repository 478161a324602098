#pragma once

#include <vector>

namespace isthmus::timeline {

/// Heights of rows in pixels, and where each row begins: a Fenwick tree, so that one of 100,000 rows is
/// found or changed in 17 steps. Inserting and removing rebuilds it, which pages make rare.
class HeightIndex
{
public:
    void insert(int first, int count, int height);
    void remove(int first, int count);
    void clear();
    void set(int row, int height);

    [[nodiscard]] int count() const { return static_cast<int>(m_heights.size()); }
    [[nodiscard]] int height(int row) const { return m_heights[static_cast<std::size_t>(row)]; }
    /// Sum of the heights before \p row; top(count()) is the height of all.
    [[nodiscard]] int top(int row) const;
    [[nodiscard]] int total() const { return top(count()); }
    /// The row that covers \p y; the last one below the end, 0 above the beginning, -1 without rows.
    [[nodiscard]] int rowAt(int y) const;

private:
    void rebuild();

    std::vector<int> m_heights;
    std::vector<int> m_tree; ///< one-based
};

}
