// What stands in a group's sheet while something of it is open.
#pragma once

#include <string>
#include <string_view>

#include "gui/window/groups/groups_view.h"
#include "gui/window/settings/form.h"
#include "gui/window/strings/phrase.h"

namespace rehearse {

/// Where a sheet is drawn, and what was asked for on it.
struct GroupsPen {
  Ui& ui;
  FormSheet& sheet;
  GroupsIntent& intent;

  void text(std::string_view words) const;
  void warn(std::string_view words) const;
  void button(const std::string& id, std::string_view words, const GroupsIntent& wanted) const;
  void button(const std::string& id, const Phrase& phrase, const GroupsIntent& wanted) const;
  void close_button(const Phrase& phrase) const;
};

inline constexpr const char* kGroupCodeField = "group code";
inline constexpr const char* kGroupNameField = "group name";
inline constexpr const char* kGroupNoteField = "group note";

void draw_group_field(const GroupsPen& pen, const char* id, const TextEditor& editor, GroupField field,
                      const Phrase& hint, const GroupsIntent& entered);

/// Shortened, with the dots of the language.
std::string cut(const Ui& ui, std::string_view text, std::size_t most);
const Phrase& words_of(GroupRole role);
/// What a member is called. Empty: what was not sent yet, so the learner himself.
std::string member_name(const Ui& ui, const GroupBrief& brief, const std::string& account);

void draw_inviting(const GroupsPen& pen, const GroupsView& view, const OpenInviting& open);
void draw_publishing(const GroupsPen& pen, const GroupsView& view, const OpenPublishing& publishing);
void draw_versions(const GroupsPen& pen, const GroupsView& view, const OpenVersions& open);
void draw_changes(const GroupsPen& pen, const DeckChanges& changes);
/// Of one question, before and after.
void draw_field_changes(const GroupsPen& pen, const std::vector<FieldChange>& fields);
void draw_suggesting(const GroupsPen& pen, const GroupsView& view, const OpenSuggesting& open);
void draw_suggestions(const GroupsPen& pen, const GroupsView& view, const OpenSuggestions& open);
void draw_members(const GroupsPen& pen, const GroupsView& view, const OpenMembers& open);
void draw_board(const GroupsPen& pen, const GroupsView& view, const OpenBoard& open);

}  // namespace rehearse
