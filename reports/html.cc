#include "reports/html.h"

#include "message_keys/reports.h"

namespace codeboom {
namespace {

// Contrast of every pair of colours is at least 4.5 : 1; bars are never the only cue, the figure stands beside them.
constexpr std::string_view style = R"(
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.55 system-ui,"Segoe UI","Liberation Sans",sans-serif;color:#1c2430;background:#fff}
main{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0 1rem}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem;border-bottom:2px solid #1c4f7a;padding-bottom:.25rem}
h3{font-size:1.08rem;margin:1.6rem 0 .35rem}
a{color:#12507f}
.lead{font-size:1.1rem}
.note{background:#fff6df;border-left:.35rem solid #8a5a00;padding:.6rem .9rem;margin:1rem 0}
.scroll{overflow-x:auto;margin:1rem 0 .5rem}
.scroll:focus-visible{outline:2px solid #12507f}
table{border-collapse:collapse;width:100%;font-size:.94rem}
caption{text-align:left;font-weight:600;color:#3d4a5a;padding:.2rem 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.32rem .6rem .32rem 0;border-bottom:1px solid #ccd4dd}
thead th{border-bottom:2px solid #1c2430}
td.n,th.n{text-align:right;white-space:nowrap}
td.n+td:not(.n),th.n+th:not(.n){padding-left:.9rem}
tbody th{font-weight:400}
tr.l1 th,tr.l1 td{font-weight:700;background:#edf3f8}
tr.l2 th{padding-left:1.2rem}tr.l3 th{padding-left:2.4rem}tr.l4 th{padding-left:3.6rem}
tr.l5 th{padding-left:4.8rem}tr.l6 th{padding-left:6rem}tr.l7 th{padding-left:7.2rem}tr.l8 th{padding-left:8.4rem}
tr.section th{font-weight:700;padding-top:1rem;border-bottom:2px solid #8a97a6}
tr.total th,tr.total td{font-weight:700;border-top:2px solid #1c2430}
table.wide{font-size:.86rem}table.widest{font-size:.78rem}
table.wide tbody th,table.widest tbody th{min-width:11rem}
.bar{display:inline-block;height:.7rem;background:#2b6ca3;vertical-align:middle;margin-right:.45rem;min-width:1px}
.track{white-space:nowrap}
blockquote{margin:.45rem 0 .8rem;padding:.1rem 0 .1rem .9rem;border-left:.2rem solid #8a97a6}
blockquote footer{color:#46525f;font-size:.9rem}
mark{background:#ffe9a8;color:inherit;padding:0 .1em;border-bottom:2px solid #8a5a00}
.remark{color:#1c2430;border:1px solid #8a97a6;border-radius:.2rem;padding:0 .3em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
figure{margin:1.25rem 0}
figure svg{display:block;max-width:100%;height:auto;margin-bottom:.5rem}
figcaption{color:#3d4a5a;font-size:.94rem;margin-top:.4rem}
li{margin:.3rem 0}
.detail{display:block;color:#46525f;font-size:.92rem}
ul.ticks{list-style:none;padding-left:0}
ul.ticks li{position:relative;padding-left:1.9rem;break-inside:avoid}
ul.ticks li::before{content:"";position:absolute;left:.1rem;top:.22rem;width:1.05rem;height:1.05rem;border:2px solid #1c2430;border-radius:.15rem}
nav.contents ol{columns:2 18rem;padding-left:1.4rem}nav.contents li{margin:0;padding:.15rem 0;break-inside:avoid}nav.contents h2{font-size:1.08rem;border:0;margin:1.5rem 0 .25rem}
.meta{color:#46525f;font-size:.92rem}
dl.made{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
dl.made dt{color:#46525f}dl.made dd{margin:0}
section.decide{border-top:1px solid #8a97a6;margin-top:1.2rem;break-inside:avoid}
.decide mark{text-decoration:underline}
.write{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem 1.1rem}
.box{display:inline-block;width:.85em;height:.85em;border:1px solid #1c2430}
.line{flex:1 1 9rem;min-width:9rem;border-bottom:1px solid #1c2430;height:1.5em}
code{font-family:ui-monospace,"Liberation Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
@media screen and (max-width:47rem){figure{overflow-x:auto}figure svg{max-width:none}dl.made{grid-template-columns:1fr}dl.made dd{margin:0 0 .4rem 1rem}}
@media print{html{font-size:10.5pt}main{max-width:none;padding:0}.scroll{overflow:visible}h2,h3,caption,thead{break-after:avoid}
tbody:first-of-type tr:first-child{break-before:avoid}tr,blockquote,li,figure svg{break-inside:avoid}figcaption{break-before:avoid;break-inside:avoid}
table.wide{font-size:.8rem}table.widest{font-size:.66rem}
table.wide tbody th,table.widest tbody th{min-width:8rem}table.wide td,table.wide th,table.widest td,table.widest th{padding-right:.3rem}
a{color:inherit;text-decoration:none}.skip{display:none}.bar{background:#555;print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@page{size:A4;margin:18mm}
@page brief{size:A4;margin:12mm 14mm}
@media print{.brief{page:brief;font-size:9pt;line-height:1.32}.brief h1{font-size:15pt;margin:0 0 .4rem}.brief h2{font-size:11.5pt;margin:.7rem 0 .25rem}
.brief h3{font-size:10pt;margin:.5rem 0 .2rem}.brief p{margin:.25rem 0}.brief .lead{font-size:9.5pt}.brief .note{padding:.25rem .5rem;margin:.3rem 0}
.brief blockquote{margin:.1rem 0 .35rem}.brief blockquote p{margin:0}.brief blockquote footer{font-size:8pt}.brief table{font-size:8.2pt}
.brief th,.brief td{padding:.08rem .4rem .08rem 0}.brief dl.made{font-size:8pt;gap:0 .6rem}}
)";

}  // namespace

std::string escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += c;
    }
  }
  return html;
}

std::string page(std::string_view title, std::string_view body, UserLanguage language) {
  const std::string code = language == UserLanguage::nl ? "nl" : "en";
  return "<!DOCTYPE html>\n<html lang=\"" + code +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>" +
         escaped(title) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#inhoud_\">" +
         escaped(in_words({msg::report_skip_link, {}}, language)) + "</a>\n<main id=\"inhoud_\">\n" + std::string(body) +
         "</main>\n</body>\n</html>\n";
}

}  // namespace codeboom
