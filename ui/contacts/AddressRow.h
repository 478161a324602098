#pragma once

#include "core/model/Contact.h"

#include <QWidget>

namespace isthmus::contacts {

/// One address of a person: kind, address, why it is believed to be theirs and since when, and the buttons
/// Confirm (where the user has not yet) and Split off.
class AddressRow final : public QWidget
{
    Q_OBJECT
public:
    AddressRow(const model::AddressLink &link, bool removable, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed();
    void removed();
};

/// "from the contact's vCard, 3 October 2026".
[[nodiscard]] QString evidenceText(const model::AddressLink &link);

/// What the user typed as an address: a chat address if it begins with "xmpp:", a mailbox if with "mailto:"
/// or by \p asMail. Fault::Malformed when it is neither.
[[nodiscard]] base::Result<model::Address> readAddress(const QString &text, bool asMail);

}
