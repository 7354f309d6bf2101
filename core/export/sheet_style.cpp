#include "core/export/sheet_style.h"

namespace rehearse {

std::string_view sheet_style() {
  return R"css(
@page { size: A4; margin: 18mm 18mm 20mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 174mm; padding: 12mm 0; color: #111; background: #fff;
  font: 10.5pt/1.65 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans", sans-serif;
}
h1 { font-size: 18pt; line-height: 1.3; margin: 0 0 2mm; text-align: center; }
h2 { font-size: 13pt; margin: 8mm 0 3mm; border-bottom: 0.4mm solid #111; }
h3 { font-size: 10.5pt; font-weight: 600; margin: 0; }
h1, h2, h3 { break-after: avoid; }
p, li, h3, .text { white-space: pre-line; overflow-wrap: anywhere; orphans: 2; widows: 2; }
p, .text { margin: 1mm 0; }
table { border-collapse: collapse; margin: 1mm 0; white-space: normal; break-inside: avoid; }
th, td { border: 0.2mm solid #999; padding: 0.5mm 2mm; text-align: left; vertical-align: top; }
pre {
  margin: 2mm 0; padding: 2mm 3mm; border: 0.2mm solid #999; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 9pt/1.5 "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace;
}
ol, ul { margin: 1mm 0; padding: 0; list-style: none; }
.facts { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 8mm; margin-bottom: 4mm; }
.about { break-after: avoid; }
.question, .answer { margin: 0 0 5mm; padding-left: 9mm; }
.question h3, .answer h3 { break-inside: avoid; text-indent: -9mm; }
.number { display: inline-block; width: 9mm; padding-right: 1mm; text-align: right; text-indent: 0; }
.note { font-weight: 400; color: #444; white-space: nowrap; }
.options { display: flex; flex-wrap: wrap; gap: 0 8mm; }
.options li { min-width: 35mm; max-width: 100%; break-inside: avoid; }
.room { break-inside: avoid; }
.room div { height: 8.5mm; border-bottom: 0.2mm solid #999; }
.answers { break-before: page; }
.checklist li { padding-left: 6mm; position: relative; break-inside: avoid; }
.checklist li::before {
  content: ""; position: absolute; left: 0.5mm; top: 0.42em; width: 3.2mm; height: 3.2mm; border: 0.25mm solid #111;
}
.detail { color: #333; }
.label { font-weight: 600; }
@media print { body { max-width: none; padding: 0; } }
@media screen and (max-width: 190mm) { body { padding: 6mm; } }
)css";
}

}  // namespace rehearse
