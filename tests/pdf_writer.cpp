#include "tests/pdf_writer.h"

#include <cstdio>

#include "core/base/text.h"

namespace rehearse::test {
namespace {

// Codes are UTF-16 units, and this says so: a reader needs no font to know the characters (PDF 1.4, 5.9.2).
const std::string kToUnicode =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plain def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end\n";

std::string hex_of(const std::string& line) {
  std::string hex;
  for (const char32_t c : to_utf32(line)) {
    char digits[5];
    std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(c & 0xFFFF));
    hex += digits;
  }
  return hex;
}

constexpr const char* kFont =
    "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] "
    "/ToUnicode 5 0 R >>";
constexpr const char* kCidFont =
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 1000 /CIDSystemInfo << /Registry (Adobe) "
    "/Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags "
    "4 "
    ">> >>";

std::string stream(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream";
}

std::string content_of(const PdfPage& page) {
  if (page.empty()) return "0 0 m 10 10 l S\n";
  std::string content = "BT /F1 10 Tf 50 800 Td 15 TL\n";
  for (const std::string& line : page) content += "<" + hex_of(line) + "> Tj T*\n";
  return content + "ET\n";
}

}  // namespace

std::string pdf_of(const std::vector<PdfPage>& pages) {
  constexpr std::size_t kFirstPage = 6;  // two objects each: the page and its content
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(kFirstPage + 2 * i) + " 0 R ";
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>", kFont, kCidFont,
      stream(kToUnicode)};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    objects.push_back(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        "/Contents " +
        std::to_string(kFirstPage + 2 * i + 1) + " 0 R >>");
    objects.push_back(stream(content_of(pages[i])));
  }
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[21];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
    table += entry;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table_at = pdf.size();
  return pdf + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) +
         " /Root 1 0 R >>\nstartxref\n" + std::to_string(table_at) + "\n%%EOF\n";
}

}  // namespace rehearse::test
