#pragma once

#include "core/base/Id.h"

namespace isthmus::model {

/// Rows of the store. See core/store for the tables.
using AccountId = base::Id<struct AccountTag>;
using FolderId = base::Id<struct FolderTag>;
using MailId = base::Id<struct MailTag>;     ///< raw mail and what was read from it
using ItemId = base::Id<struct ItemTag>;     ///< one message of a conversation
using PersonId = base::Id<struct PersonTag>; ///< also names the conversation with that person
using LinkId = base::Id<struct LinkTag>;     ///< one address of a person, with its evidence

}
