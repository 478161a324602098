#pragma once

#include "core/base/Timestamp.h"
#include "core/engine/Folders.h"
#include "core/engine/Threads.h"

#include <QIdentityProxyModel>

namespace isthmus::mailbox {

/// A row of the models below, and of the engine's.
[[nodiscard]] engine::FolderRow folderOf(const QModelIndex &index);
[[nodiscard]] engine::ThreadRow threadOf(const QModelIndex &index);

/// The engine's folders with their words, for eyes and ears.
class FolderModel final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

/// The engine's threads with theirs.
class ThreadModel final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    explicit ThreadModel(base::Clock clock, QObject *parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    base::Clock m_clock;
};

}
