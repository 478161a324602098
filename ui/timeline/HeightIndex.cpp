#include "ui/timeline/HeightIndex.h"

#include <bit>

namespace isthmus::timeline {

void HeightIndex::insert(int first, int count, int height)
{
    m_heights.insert(m_heights.begin() + first, static_cast<std::size_t>(count), height);
    rebuild();
}

void HeightIndex::remove(int first, int count)
{
    m_heights.erase(m_heights.begin() + first, m_heights.begin() + first + count);
    rebuild();
}

void HeightIndex::clear()
{
    m_heights.clear();
    m_tree.clear();
}

void HeightIndex::set(int row, int height)
{
    const auto at = static_cast<std::size_t>(row);
    const int change = height - m_heights[at];
    if (change == 0)
        return;
    m_heights[at] = height;
    for (std::size_t i = at + 1; i < m_tree.size(); i += i & (~i + 1))
        m_tree[i] += change;
}

int HeightIndex::top(int row) const
{
    int sum = 0;
    for (auto i = static_cast<std::size_t>(row); i > 0; i -= i & (~i + 1))
        sum += m_tree[i];
    return sum;
}

int HeightIndex::rowAt(int y) const
{
    if (m_heights.empty())
        return -1;
    std::size_t at = 0;
    int rest = y < 0 ? 0 : y;
    for (std::size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (at + step < m_tree.size() && m_tree[at + step] <= rest) {
            at += step;
            rest -= m_tree[at];
        }
    }
    return at < m_heights.size() ? static_cast<int>(at) : count() - 1;
}

void HeightIndex::rebuild()
{
    m_tree.assign(m_heights.size() + 1, 0);
    for (std::size_t i = 1; i < m_tree.size(); ++i) {
        m_tree[i] += m_heights[i - 1];
        const std::size_t parent = i + (i & (~i + 1));
        if (parent < m_tree.size())
            m_tree[parent] += m_tree[i];
    }
}

}
