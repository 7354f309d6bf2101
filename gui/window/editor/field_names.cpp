#include "gui/window/editor/field_names.h"

#include <array>

#include "gui/window/strings/editor_words.h"

namespace rehearse {
namespace {

struct FieldName {
  std::string_view field;
  Phrase name;
};
constexpr std::array kFieldNames{FieldName{"stem", words::kEditorStem},
                                 FieldName{"options", words::kEditorOptionsField},
                                 FieldName{"key", words::kEditorKeyField},
                                 FieldName{"answer", words::kEditorAnswer},
                                 FieldName{"criteria", words::kEditorCriteriaField},
                                 FieldName{"analysis", words::kEditorAnalysis},
                                 FieldName{"section", words::kEditorSection},
                                 FieldName{"kind", words::kEditorKind},
                                 FieldName{"marks", words::kEditorMarks},
                                 FieldName{"seconds", words::kEditorTimeField},
                                 FieldName{"code", words::kEditorCode},
                                 FieldName{"deck", words::kEditorDeck},
                                 FieldName{"flag", words::kEditorFlag},
                                 FieldName{"example", words::kEditorExampleField}};

}  // namespace

std::string name_of_field(Language language, std::string_view field) {
  for (const FieldName& known : kFieldNames)
    if (known.field == field) return std::string(known.name.in(language));
  if (field.starts_with("point:")) return std::string(words::kEditorPoints.in(language));
  if (field.starts_with("tag")) return std::string(words::kEditorTagsField.in(language));
  if (field == "at" || field.starts_with("place:")) return std::string(words::kEditorPlace.in(language));
  return std::string(field);
}

}  // namespace rehearse
