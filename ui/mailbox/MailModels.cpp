#include "ui/mailbox/MailModels.h"

#include "ui/mailbox/MailText.h"

namespace isthmus::mailbox {

engine::FolderRow folderOf(const QModelIndex &index)
{
    return index.data(engine::Folders::RowRole).value<engine::FolderRow>();
}

engine::ThreadRow threadOf(const QModelIndex &index)
{
    return index.data(engine::Threads::RowRole).value<engine::ThreadRow>();
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return folderName(folderOf(index));
    case Qt::AccessibleTextRole: return spokenFolder(folderOf(index));
    case Qt::ToolTipRole: return accountName(folderOf(index));
    default: return QIdentityProxyModel::data(index, role);
    }
}

ThreadModel::ThreadModel(base::Clock clock, QObject *parent) : QIdentityProxyModel(parent), m_clock(std::move(clock)) {}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return subjectText(threadOf(index));
    case Qt::AccessibleTextRole: return spokenThread(threadOf(index), m_clock());
    case Qt::ToolTipRole: return threadOf(index).address;
    default: return QIdentityProxyModel::data(index, role);
    }
}

}
