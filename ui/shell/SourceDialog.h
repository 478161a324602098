#pragma once

#include <QDialog>

namespace isthmus::shell {

/// The bytes behind an item, as they came: Latin-1 where they are not UTF-8, so that none is dropped. Of a large
/// source the beginning, with a word about the rest; lines that no mail may have are broken.
class SourceDialog final : public QDialog
{
    Q_OBJECT
public:
    SourceDialog(const QString &title, const QByteArray &source, QWidget *parent = nullptr);
};

}
