#pragma once

#include "core/model/Item.h"

#include <array>
#include <utility>

namespace isthmus::model {

/// Where a file stands that was offered in the chat (XEP-0096, XEP-0234). Anything but Here: there are no octets of it.
enum class FileStage : std::uint8_t {
    Here,      ///< it has come; or the item is no such offer
    Offered,   ///< waits for the user's word
    Coming,    ///< the user wants it
    Declined,  ///< the user does not
    Refused,   ///< without a question: by somebody who is no contact, or more than is taken
    Withdrawn, ///< its sender has taken it back, has gone, or nobody answered in time
    Broken,    ///< it broke off before it was whole
    WrongHash, ///< what came is not what was announced
};

namespace detail {
/// How a stage stands in Item::flags.
inline constexpr std::array<std::pair<FileStage, QLatin1String>, 7> fileFlags{{
    {FileStage::Offered, QLatin1String("file-offered")},
    {FileStage::Coming, QLatin1String("file-coming")},
    {FileStage::Declined, QLatin1String("file-declined")},
    {FileStage::Refused, QLatin1String("file-refused")},
    {FileStage::Withdrawn, QLatin1String("file-withdrawn")},
    {FileStage::Broken, QLatin1String("file-broken")},
    {FileStage::WrongHash, QLatin1String("file-wrong-hash")},
}};
}

[[nodiscard]] inline FileStage fileStage(const Item &item)
{
    for (const auto &[stage, flag] : detail::fileFlags) {
        if (item.flags.contains(flag))
            return stage;
    }
    return FileStage::Here;
}

/// A file that was offered in the chat connection, whatever became of it: no message is behind the item.
[[nodiscard]] inline bool isChatFile(const Item &item)
{
    const bool isOne = item.channel == Channel::Chat && item.attachments.size() == 1 && !item.mail.isValid();
    return isOne && item.attachments.front().url.isEmpty() && item.stanzaId.isEmpty();
}

inline void setFileStage(Item &item, FileStage wanted)
{
    for (const auto &[stage, flag] : detail::fileFlags) {
        item.flags.removeAll(flag);
        if (stage == wanted)
            item.flags.append(flag);
    }
}

}
