#include "core/import/formats/word_package.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/import/formats/xml_part.h"
#include "core/import/formats/zip_container.h"

namespace rehearse {
namespace {

constexpr std::size_t kMegabyte = 1024 * 1024;
constexpr std::size_t kLargestDocument = 100 * kMegabyte;
constexpr std::size_t kLargestPart = 16 * kMegabyte;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// `target` as a relationship of a part in `folder` names it: a name in the container.
std::string part_name(std::string_view folder, std::string_view target) {
  std::string path = target.substr(0, 1) == "/" ? std::string() : std::string(folder);
  path += target;
  std::vector<std::string> steps;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string step = path.substr(begin, end - begin);
    if (step == ".." && !steps.empty())
      steps.pop_back();
    else if (!step.empty() && step != "." && step != "..")
      steps.push_back(step);
    begin = end + 1;
  }
  std::string name;
  for (const std::string& step : steps) name += (name.empty() ? "" : "/") + step;
  return name;
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

struct Relationship {
  std::string id;
  std::string type;    // the last step of its address, the same in transitional and strict documents
  std::string target;  // as written
};

/// Of `part`; of the package itself for none. Empty when there are none, or none that can be read.
std::vector<Relationship> relationships(const ZipContainer& container, std::string_view part) {
  const std::string folder = folder_of(part);
  const auto xml =
      container.read(folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels", kLargestPart);
  if (!xml) return {};
  const auto parsed = parse_xml(*xml);
  if (!parsed) return {};
  std::vector<Relationship> found;
  for (const pugi::xml_node node : (*parsed)->tree.document_element().children()) {
    const std::string_view type = attribute_of(node, "Type");
    found.push_back({std::string(attribute_of(node, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                     std::string(attribute_of(node, "Target"))});
  }
  return found;
}

std::string target_of_type(const std::vector<Relationship>& all, std::string_view type) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Relationship& candidate) { return candidate.type == type; });
  return found == all.end() ? std::string() : found->target;
}

/// The main part by its content type, for packages without relationships.
std::string part_of_main_type(const ZipContainer& container) {
  const auto xml = container.read("[Content_Types].xml", kLargestPart);
  if (!xml) return {};
  const auto parsed = parse_xml(*xml);
  if (!parsed) return {};
  for (const pugi::xml_node node : (*parsed)->tree.document_element().children()) {
    const std::string_view type = attribute_of(node, "ContentType");
    const bool is_word = type.find("word") != std::string_view::npos && ends_with(type, "main+xml");
    if (is_word) return part_name({}, attribute_of(node, "PartName"));
  }
  return {};
}

/// What a container without a Word document is.
Error another_kind(const ZipContainer& container) {
  struct Kind {
    std::string_view part;  // a name, or the folder that one begins with
    const char* english;
    const char* chinese;
  };
  static constexpr std::array<Kind, 8> kinds{{
      {"ppt/", "a presentation (.pptx)", "演示文稿（.pptx）"},
      {"xl/", "a spreadsheet (.xlsx)", "电子表格（.xlsx）"},
      {"collection.anki2", "an Anki package (.apkg)", "Anki 牌组（.apkg）"},
      {"META-INF/container.xml", "an e-book (.epub)", "电子书（.epub）"},
      {"content.xml", "an OpenDocument file (.odt)", "OpenDocument 文件（.odt）"},
      {"OFD.xml", "an OFD document", "OFD 文档"},
      {"AndroidManifest.xml", "an Android program", "安卓安装包"},
      {"META-INF/MANIFEST.MF", "a Java program", "Java 程序"},
  }};
  const std::vector<std::string> names = container.names();
  for (const Kind& kind : kinds) {
    const bool is_it = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return name.compare(0, kind.part.size(), kind.part) == 0;
    });
    if (is_it)
      return {{std::string("this is ") + kind.english + ", not a Word document",
               std::string("这是") + kind.chinese + "，不是 Word 文档"},
              "",
              {"save it as .docx or as plain text", "请另存为 .docx 或纯文本"}};
  }
  return {{"this zip container holds no Word document", "这个压缩包里没有 Word 文档"},
          "",
          {"unpack it and open the files in it", "请先解压，再导入里面的文件"}};
}

}  // namespace

Result<WordPackage> open_word_package(std::string_view bytes) {
  const auto container = ZipContainer::open(bytes);
  if (!container) return container.error();
  std::string main = part_name({}, target_of_type(relationships(*container, {}), "officeDocument"));
  const bool is_word = main.compare(0, 4, "ppt/") != 0 && main.compare(0, 3, "xl/") != 0;
  if (!is_word) return another_kind(*container);
  if (!container->has(main)) main = part_of_main_type(*container);
  if (!container->has(main)) main = "word/document.xml";
  if (!container->has(main)) return another_kind(*container);

  WordPackage package;
  auto document = container->read(main, kLargestDocument);
  if (!document) return document.error();
  package.document = std::move(*document);
  const std::vector<Relationship> related = relationships(*container, main);
  const auto read_related = [&](std::string_view type) {
    auto part = container->read(part_name(folder_of(main), target_of_type(related, type)), kLargestPart);
    return part ? std::move(*part) : std::string();
  };
  package.styles = read_related("styles");
  package.numbering = read_related("numbering");
  for (const Relationship& relationship : related) package.targets[relationship.id] = relationship.target;
  return package;
}

}  // namespace rehearse
