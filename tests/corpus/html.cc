#include "corpus/read/html.h"

#include "corpus/read/read.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"
#include "tests/corpus/blocks.h"
#include "tests/corpus/fields.h"

using namespace codeboom;
using Lines = std::vector<std::string>;

namespace {

Document read(std::string_view utf8) {
  auto document = read_html(utf8, "a.html");
  REQUIRE(document);
  return *document;
}

std::string repeated(const std::string& piece, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += piece;
  return result;
}

struct Case {
  std::string html;
  Lines blocks;
};

void check(const std::vector<Case>& cases) {
  for (const auto& [html, blocks] : cases) {
    CAPTURE(html);
    CHECK(test::shown(read(html)) == blocks);
  }
}

}  // namespace

TEST_CASE("HTML becomes blocks with the white space of a browser") {
  check({
      {"", {}},
      {"<p>", {}},
      {"zomaar tekst", {"paragraph: zomaar tekst"}},
      {"<p>Een\n  <b>zin</b>,\t<i>schuin</i>.<p>Nog\xC2\xA0"
       "een.",
       {"paragraph: Een zin, schuin.",
        "paragraph: Nog\xC2\xA0"
        "een."}},
      {"<h1>Een</h1><h2>Twee<br>regels</h2><h6>Zes</h6>",
       {"title: Een", "heading2: Twee regels", "heading6: Zes"}},
      {"<p>x</p><h1>Later</h1>", {"paragraph: x", "heading1: Later"}},
      {"<div>a<div>b</div>c</div>", {"paragraph: a", "paragraph: b", "paragraph: c"}},
      {"<p>een<br>twee<br/> drie<br><br>vier", {"paragraph: een/twee/drie", "paragraph: vier"}},
      {"<pre>een\n  twee</pre>", {"paragraph: een/  twee"}},
      {"<ul><li>a<ul><li>b</ul><li>c</ul>", {"bullet1: a", "bullet2: b", "bullet1: c"}},
      {"<ol><li><p>a</p><p>b</p></li></ol><li>los", {"bullet1: a", "paragraph: b", "bullet1: los"}},
      {"<blockquote><p>Eens.</p></blockquote><p>“Nogmaals.”", {"quote: Eens.", "quote: “Nogmaals.”"}},
      {"<dl><dt>Wat is dat?<dd>Dit.<dt>Begrip<dd>Uitleg</dl>",
       {"question: Wat is dat?", "answer: Dit.", "answer: Begrip", "answer: Uitleg"}},
      {"<p>• een<br>• twee</p>", {"bullet1: • een", "bullet1: • twee"}},
      {"<p># geen kop</p>", {"paragraph: # geen kop"}},
      {"&eacute;&#233;&#xE9; &amp; &lt;p&gt; &euro; &geen; &#xD800; &#x110000;",
       {"paragraph: ééé & <p> € &geen; \uFFFD \uFFFD"}},
  });
}

TEST_CASE("tables of data become rows, tables that lay out a page become what they hold") {
  check({
      {"<table><caption>Cijfers</caption><tr><th>Naam<th>Jaar<tr><td>De <b>Brug</b><td>2020<br>2021</table>",
       {"paragraph: Cijfers", "table_row: Naam^Jaar", "table_row: De Brug^2020 2021"}},
      {"<table><tr><td>a</td><td></td><td>c</td></tr></table>", {"table_row: a^^c"}},
      {"<table><tr><td>alleen</td></tr></table>", {"paragraph: alleen"}},
      {"<table><tr><td>menu</td><td><h2>Kop</h2><p>Zin.</p></td></tr></table>",
       {"paragraph: menu", "heading2: Kop", "paragraph: Zin."}},
      {"<table><tr><td>x<td><table><tr><td>1<td>2</table></table>", {"paragraph: x", "table_row: 1^2"}},
  });
}

TEST_CASE("only what a reader of the page sees is read") {
  check({
      {"<body><script>a()</script><style>b{}</style><noscript>c</noscript><template>d</template><!-- e "
       "--><p>f",
       {"paragraph: f"}},
      {"<nav>menu</nav><aside>ernaast</aside><main>tekst</main>", {"paragraph: tekst"}},
      {"<header>logo</header><p>tekst</p><footer>voet</footer>", {"paragraph: tekst"}},
      {"<header>logo<h1>Kop</h1></header><article><header>door "
       "An</header>tekst<footer>bron</footer></article>",
       {"paragraph: logo", "heading1: Kop", "paragraph: door An", "paragraph: tekst", "paragraph: bron"}},
      {"<form><label>naam</label><input "
       "value=x><select><option>keus</select><textarea>t</textarea><button>ok</button>"
       "<p>tekst</form>",
       {"paragraph: tekst"}},
      {"<p hidden>a</p><p aria-hidden=true>b</p><p aria-hidden=false>c</p>", {"paragraph: c"}},
      {"<p style='color:red; DISPLAY : None'>a</p><p style='visibility:hidden'>b</p><p "
       "style='display:block'>c</p>",
       {"paragraph: c"}},
      {"<div role=navigation>a</div><div role=search>b</div><div role=main>c</div>", {"paragraph: c"}},
      {"<svg><title>a</title><text>b</text></svg><iframe>c</iframe><video>d</video><p>e", {"paragraph: e"}},
      {"<img alt='foto'><p>tekst", {"paragraph: tekst"}},
  });
}

TEST_CASE("the title of a page comes from its head, its main heading, or what it tells other sites") {
  struct TitleCase {
    std::string html, title;
  };
  const std::vector<TitleCase> cases = {
      {"<title> Een \n dag </title><h1>Kop</h1>", "Een dag"},
      {"<meta property=og:title content=Gedeeld><h2>Tussen</h2><h1>Kop</h1>", "Kop"},
      {"<meta property=og:title content=Gedeeld><p>tekst", "Gedeeld"},
      {"<h2>Tussen</h2>", "Tussen"},
      {"<p>tekst", "a"},
      {"<title>T</title><meta name=DC.title content=Dublin>", "Dublin"},
      {"<meta name=codeboom:titel content=Eigen><title>T</title><meta name=dc.title content=Dublin>",
       "Eigen"},
      {"<p>x<svg><title>tekening</title></svg>", "a"},
  };
  for (const auto& [html, title] : cases) {
    CAPTURE(html);
    CHECK(read(html).metadata.title == title);
  }
}

TEST_CASE("a page gives its metadata in meta elements") {
  const Document document = read(
      "<html lang=nl-NL><meta name='codeboom:id' content='vb-9'><meta name=codeboom:sector content='vmbo; "
      "hbo'>"
      "<meta name=thema content='Doorstromen; Samenwerking'><meta name=dcterms.issued content='2021-05-02'>"
      "<meta name=keywords content='x'><meta name=regio content=Zeeland><meta name=codeboom:regio "
      "content=Drenthe>"
      "<meta name=vorm content=interview><title>T</title><p>x");
  CHECK(document.metadata == test::fields("vb-9", "T", {"vmbo", "ho"}, {"Doorstromen", "Samenwerking"},
                                          "Drenthe", 2021, "", "interview"));
  CHECK(document.notes.empty());
}

TEST_CASE("metadata of a page that cannot be are noted, or refused where they are meant for us") {
  const Document document =
      read("<html lang=en><meta name=jaar content=ooit><meta name=codeboom:kleur content=x><p>x");
  Lines notes;
  for (const Message& note : document.notes) notes.push_back(in_words(note, UserLanguage::nl));
  CHECK(notes ==
        Lines{"a.html, veld jaar: “ooit” is geen jaartal; schrijf vier cijfers, van 1900 tot en met 2100.",
              "a.html: het veld “codeboom:kleur” is onbekend en overgeslagen.",
              "a.html zegt zelf in de taal “en” te zijn; de regels zijn voor Nederlands."});
  const auto refused = read_html("<meta name=codeboom:sector content=vo>", "a.html");
  REQUIRE_FALSE(refused);
  CHECK(
      in_words(refused.error().message, UserLanguage::nl).find("a.html, veld sector: “vo” is geen sector") ==
      0);
}

TEST_CASE("the charset that a page declares is found in its first kilobyte") {
  CHECK(declared_charset("<meta charset=\"Windows-1252\">") == "windows-1252");
  CHECK(declared_charset("<META http-equiv=content-type content='text/html; charset=ISO-8859-1'>") ==
        "iso-8859-1");
  CHECK(declared_charset("<meta charset=utf-8/>") == "utf-8");
  CHECK(declared_charset("<p>tekst") == "");
  CHECK(declared_charset(std::string(1020, ' ') + "<meta charset=latin1>") == "");
}

TEST_CASE("a hundred thousand nested elements neither exhaust the stack nor the patience") {
  for (const std::string tag :
       {"<div>", "<span>", "<blockquote>", "<ul><li>", "<b>", "<div></b>", "<foo/>"}) {
    CAPTURE(tag);
    const auto document = read_html(repeated(tag, 100'000) + "x", "a.html");
    REQUIRE_FALSE(document);
    CHECK(document.error().message.key == msg::read_too_deep);
  }
  for (const std::string tag : {"<p>", "<div></div>", "<li>", "<table><tr><td></table>",
                                "<script>if(a<b)</script>", "<!--<div>-->"}) {
    CAPTURE(tag);
    CHECK(read_html(repeated(tag, 20'000) + "x", "a.html"));
  }
  // No end of a tag in sight, and a stroke at the very end: each "<a" is counted, none is looked for to the
  // end.
  const auto endless = read_html("<svg>" + repeated("<a ", 1'000'000) + "/", "a.html");
  REQUIRE_FALSE(endless);
  CHECK(endless.error().message.key == msg::read_too_deep);
  const Document deep = read(repeated("<div>", 1500) + "x" + repeated("</div>", 1500));
  CHECK(test::shown(deep) == Lines{"paragraph: x"});
  CHECK(read("<svg>" + repeated("<path d=x />", 5000) + "</svg><p>x").blocks.size() == 1);
}

TEST_CASE("broken HTML is read as a browser would") {
  check({
      {"<", {"paragraph: <"}},
      {"</p></div>", {}},
      {"<p>een</b></i> <b>twee<p>drie", {"paragraph: een twee", "paragraph: drie"}},
      {"<html><head><title>x", {}},
      {"<p title=\"open>tekst", {}},
      {"a &amp b &nbsp", {"paragraph: a & b"}},
      {"<!doctype html><html><p>zonder body", {"paragraph: zonder body"}},
      {std::string("a\0b", 3), {"paragraph: a b"}},
  });
  CHECK(read(std::string(1'000'000, '<')).blocks.size() == 1);
  CHECK(read(repeated("&#x1F393;", 100'000)).text.code_points() == 100'000);
}
