// Which words a term matches.
#include "tests/match/rows.h"

namespace codeboom::match_test {

TEST_CASE("a lemma matches its forms, whatever their case and accents") {
  check_rows({
      {"docent", "De docenten overleggen.", "[docenten]"},
      {"docent", "Een DOCENT overlegt.", "[DOCENT]"},
      {"docent", "De docente overlegt met de hoofddocent.", ""},
      {"kiezen", "Zij kiest, hij koos en wij hebben gekozen.", "[kiest] [koos] [gekozen]"},
      {"kiezen", "De keuze is gemaakt.", ""},
      {"gesprek", "Gesprekken en een gesprekje.", "[Gesprekken] [gesprekje]"},
      {"goed", "Een goede, betere of beste keuze.", "[goede] [betere] [beste]"},
      {"idee", "De ideeën van leerlingen.", "[ideeën]"},
      {"ideeën", "De ideeen van leerlingen.", "[ideeen]"},
      {"loopbaanorientatie", "De loopbaanoriëntatie begint.", "[loopbaanoriëntatie]"},
      {"LOOPBAANORIËNTATIE", "De loopbaanorie\u00ADntatie begint.", "[loopbaanorie\u00ADntatie]"},
      {"mbo'er", "Elke mbo’er kiest.", "[mbo’er]"},
      {"mbo’er", "Alle mbo'ers kiezen.", "[mbo'ers]"},
      {"docenten", "De docenten en de docent.", "[docenten]"},
      {"zijn", "Wij zijn er en zij is er ook.", "[zijn] [is]"},
  });
}

TEST_CASE("an exact term matches that form alone, or with a capital first") {
  check_rows({
      {"=PTA", "Het PTA staat vast.", "[PTA]"},
      {"=PTA", "Het pta en de PTA's staan vast.", ""},
      {"=ouders", "De ouders en de ouder.", "[ouders]"},
      {"=mbo'er", "Een mbo’er en een mbo'er.", "[mbo’er] [mbo'er]"},
      {"=mbo’er", "Een mbo'er en een MBO’er.", "[mbo'er]"},
      {"=ouders", "Ouders komen.", "[Ouders]"},
      {"=Ouders", "Ouders komen met andere ouders.", "[Ouders]"},
      {"=oUders", "OUders komen.", "[OUders]"},
      {"=één", "Één ouder komt.", "[Één]"},
      {"=pta", "Het PTA.", ""},
      {"=privé", "Het is privé, niet prive.", "[privé]"},
      {"=prive\u0301", "Het is privé.", "[privé]"},
      {"=samenwerking", "De samen\u00ADwerking loopt.", "[samen\u00ADwerking]"},
  });
}

TEST_CASE("a wildcard matches a part of a form or lemma") {
  check_rows({
      {"*gesprek", "Het loopbaangesprek en de oudergesprekken.", "[loopbaangesprek] [oudergesprekken]"},
      {"*gesprek", "De gespreksleider voert een gesprek.", "[gesprek]"},
      {"*gesprekken", "De oudergesprekken, niet het oudergesprek.", "[oudergesprekken]"},
      {"loopbaan*", "Loopbaanbegeleiding en de loopbaan.", "[Loopbaanbegeleiding] [loopbaan]"},
      {"loopbaan*", "De schoolloopbaan telt.", ""},
      {"*keuze*", "De studiekeuzecheck en de keuzes.", "[studiekeuzecheck] [keuzes]"},
      {"*keuze*", "Zij kiezen zelf.", ""},
      {"*ORIËNTA*", "De beroepsoriëntatie begint.", "[beroepsoriëntatie]"},
      {"lob-*", "De LOB-activiteiten en lob.", "[LOB-activiteiten]"},
  });
}

TEST_CASE("a regular expression matches a whole word in lower case without accents") {
  check_rows({
      {"/(leer|werk)plek(ken)?/", "Een leerplek, twee werkplekken.", "[leerplek] [werkplekken]"},
      {"/werkplek/", "Twee werkplekken.", ""},
      {"/plek/", "Een werkplek.", ""},
      {"/orient.*/", "Oriënteren op een opleiding.", "[Oriënteren]"},
      {"/PTA/", "Het PTA.", ""},
      {"/pta/", "Het PTA.", "[PTA]"},
      {"/[0-9]{4}/", "In 2024 en 20245.", "[2024]"},
      {"/.*-op-.*/", "Een 1-op-1 gesprek.", "[1-op-1]"},
      {"=een /gesprek|praatje/", "Voer een gesprek of een praatje.", "[een gesprek] [een praatje]"},
  });
}

TEST_CASE("a word with brackets or left-out parts is found by what it stands for") {
  check_rows({
      {"keuze", "De (studie)keuze is spannend.", "[(studie)keuze]"},
      {"studiekeuze", "De (studie)keuze is spannend.", "[(studie)keuze]"},
      {"(studie)keuze", "De (studie)keuze is spannend.", "[(studie)keuze]"},
      {"(studie)keuze", "De studiekeuze is spannend.", ""},
      {"=(studie)keuze", "De (studie)keuze, de (Studie)keuze.", "[(studie)keuze]"},
      {"vmbo-school", "Voor vmbo-, havo- en vwo-scholen.", "[vmbo-]"},
      {"loopbaanbegeleiding", "Voor loopbaanoriëntatie en -begeleiding.", "[-begeleiding]"},
      {"*scholen", "Voor vmbo-, havo- en vwo-scholen.", "[vmbo-] [havo-] [vwo-scholen]"},
  });
}

TEST_CASE("a number is found in digits and written out") {
  check_rows({
      {"2", "De twee scholen, 2 scholen en beide scholen.", "[twee] [2]"},
      {"twee", "De twee scholen en 2 scholen.", "[twee] [2]"},
      {"leerjaar 3|4", "Leerjaar drie, leerjaar 4 en leerjaar vijf.", "[Leerjaar drie] [leerjaar 4]"},
      {"derde leerjaar", "Het 3e leerjaar, het 3de leerjaar.", "[3e leerjaar] [3de leerjaar]"},
      {"1e", "De eerste keer en de 1ste keer.", "[eerste] [1ste]"},
      {"1", "Een school, één school.", "[één]"},
      {"=2", "De twee scholen.", ""},
      {"*vier", "Met 4 scholen.", ""},
      {"twee", "In 2024 en 2,5 jaar.", ""},
  });
}

TEST_CASE("numbers, addresses and signs are words, punctuation is none") {
  check_rows({
      {"2024", "In 2024 begon het.", "[2024]"},
      {"60%", "Bijna 60% kiest techniek.", "[60%]"},
      {"en/of", "Met foto's en/of video's.", "[en/of]"},
      {"t/m", "Leerjaar 1 t/m 4.", "[t/m]"},
      {"bijv.", "Een app, bijv. Kahoot, werkt.", "[bijv.]"},
      {"kind", "De ouders/kinderen komen.", "[kinderen]"},
  });
}

}  // namespace codeboom::match_test
