#include "tests/word_writer.h"

#include "tests/zip_writer.h"

namespace rehearse {
namespace {

const std::string kDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string kNames =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)";

const std::string kContentTypes =
    kDeclaration +
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>)";

const std::string kPackageRelationships =
    kDeclaration +
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>)";

const std::string kDocumentRelationships =
    kDeclaration +
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="styles.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
<Relationship Id="rId2" Target="/word/numbering.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>
<Relationship Id="rId9" Target="media/image3.png"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>
</Relationships>)";

}  // namespace

std::string word_document_of_parts(const std::string& document, const std::string& styles,
                                   const std::string& numbering) {
  ZipParts parts{{"[Content_Types].xml", kContentTypes},
                 {"_rels/.rels", kPackageRelationships},
                 {"word/document.xml", document},
                 {"word/_rels/document.xml.rels", kDocumentRelationships}};
  if (!styles.empty()) parts.emplace_back("word/styles.xml", styles);
  if (!numbering.empty()) parts.emplace_back("word/numbering.xml", numbering);
  return zip_of(parts);
}

std::string word_document_of(const WordXml& xml) {
  const auto part = [](const std::string& root, const std::string& content) {
    return kDeclaration + "<w:" + root + kNames + content + "</w:" + root + ">";
  };
  return word_document_of_parts(part("document", "<w:body>" + xml.body + "</w:body>"),
                                part("styles", xml.styles), part("numbering", xml.numbering));
}

std::string word_paragraph(const std::string& text) {
  return R"(<w:p><w:r><w:t xml:space="preserve">)" + text + "</w:t></w:r></w:p>";
}

std::string word_item(const std::string& text, int list, int level) {
  return R"(<w:p><w:pPr><w:numPr><w:ilvl w:val=")" + std::to_string(level) + R"("/><w:numId w:val=")" +
         std::to_string(list) + R"("/></w:numPr></w:pPr><w:r><w:t>)" + text + "</w:t></w:r></w:p>";
}

}  // namespace rehearse
