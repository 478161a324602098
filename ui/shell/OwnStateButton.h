#pragma once

#include "ui/widgets/AvatarPainter.h"

#include <QToolButton>

namespace isthmus::shell {

/// The user above the list: own address, and in which state contacts see them; its menu changes that.
class OwnStateButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit OwnStateButton(QWidget *parent = nullptr);

    /// \p words: of the state, as of `face.presence`, or why there is none.
    void show(const widgets::AvatarFace &face, const QString &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::AvatarFace m_face;
    QString m_words;
};

}
