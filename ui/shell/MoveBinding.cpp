#include "core/engine/Engine.h"
#include "core/engine/MailMoves.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/MoveBar.h"
#include "ui/shell/StatusLine.h"
#include "ui/widgets/FaultText.h"

namespace isthmus::shell {

using engine::MailMoves;

/// Archived and thrown away mails, and taking that back.
void MainWindow::bindMoves()
{
    MailMoves &moves = m_engine.mailMoves();
    connect(&moves, &MailMoves::waitingChanged, this, [this, &moves] {
        const bool more = moves.waiting().size() > m_movesShown;
        m_movesShown = moves.waiting().size();
        m_moves->setWaiting(moves.waiting());
        if (more)
            m_status->announce(m_moves->words());
    });
    connect(m_moves, &MoveBar::undoWanted, this, &MainWindow::takeBackMove);
    connect(&moves, &MailMoves::failed, this, [this](const MailMoves::Waiting &move) {
        m_status->announce(
            move.target == MailMoves::Target::Trash
                ? tr("Your mail server did not move “%1” to the trash. It is where it was.").arg(move.subject)
                : tr("Your mail server did not move “%1” to the archive. It is where it was.").arg(move.subject));
    });
}

void MainWindow::takeBackMove()
{
    if (!m_moves->newest().isValid())
        return;
    m_engine.mailMoves().takeBack(m_moves->newest()).then(this, [this](const base::Result<base::Done> &done) {
        if (done)
            m_status->announce(tr("The e-mail is back where it was."));
        else if (done.error().fault == base::Fault::NotFound)
            m_status->announce(tr("It is too late to undo that."));
        else
            m_status->announce(widgets::faultText(done.error().fault, widgets::Doing::Storing).sentence());
    });
}

}
