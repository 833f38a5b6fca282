// Words that the matcher knows of itself. Only engine/match includes this.
#pragma once

#include <string_view>

namespace codeboom {

// Prepositions and adverbs that are also particles: apart from their verb they only count where the clause
// ends.
inline constexpr std::string_view preposition_particles[] = {
    "aan", "achter", "af", "bij",  "binnen", "boven", "buiten", "door",   "in",  "langs", "na",
    "om",  "onder",  "op", "over", "rond",   "tegen", "toe",    "tussen", "uit", "voor"};

// Source  CONVENTIONS of the rule language: niet, geen, zonder, weinig, ontbreekt, belemmer...
inline constexpr std::string_view default_negation[] = {
    "niet",      "geen",   "zonder",     "weinig",    "nooit",     "nauwelijks", "niemand",
    "nergens",   "noch",   "amper",      "ontbreken", "ontbreekt", "belemmer*",  "onvoldoende",
    "geenszins", "gebrek", "verhinder*", "ontberen",  "mislukken", "mislukt",    "zelden"};

// Aimed at. Written out: a "doelgroep" or "leerdoel" is none.
inline constexpr std::string_view default_goal[] = {"(om ..20 te)",
                                                    "(zodat ..15 kunnen)",
                                                    "teneinde",
                                                    "=doel",
                                                    "=doelen",
                                                    "*streefdoel",
                                                    "*einddoel",
                                                    "hoofddoel",
                                                    "doelstelling",
                                                    "streven",
                                                    "nastreven",
                                                    "ambitie",
                                                    "beogen",
                                                    "bedoeling",
                                                    "(willen ..8 bereiken)",
                                                    "(bereiken ..3 willen)",
                                                    "(toe ..2 willen)"};

// Not there yet, but thought of. Not "wens": pupils talk about their wishes.
inline constexpr std::string_view default_wish[] = {
    "(zullen ..6 graag)",
    "(graag ..4 zullen)",
    "(willen ..6 graag)",
    "(graag ..6 willen)",
    "hopen",
    "hopelijk",
    "overwegen",
    "(van plan)",
    "voornemen",
    "(in de toekomst)",
    "(volgend jaar|schooljaar|studiejaar ..8 willen|gaan|zullen)",
    "(willen|gaan|zullen ..8 volgend jaar|schooljaar|studiejaar)",
    "(op termijn)",
    "wenselijk",
    "wensenlijst"};

// It fails, lacks or is hard.
inline constexpr std::string_view default_problem[] = {"ontbreken",
                                                       "gebrek",
                                                       "(te weinig)",
                                                       "(te kort)",
                                                       "*tekort",
                                                       "knelpunt",
                                                       "lastig",
                                                       "missen",
                                                       "gemis",
                                                       "belemmer*",
                                                       "*belemmering",
                                                       "tegenvallen",
                                                       "helaas",
                                                       "*probleem",
                                                       "moeilijk",
                                                       "obstakel",
                                                       "struikelblok",
                                                       "onvoldoende",
                                                       "ontoereikend",
                                                       "worstelen",
                                                       "jammer",
                                                       "tegenvaller",
                                                       "(moeite ..2 met)",
                                                       "(niet ..2 lukken)",
                                                       "(lukken ..4 niet)",
                                                       "(lopen ..3 tegenaan)",
                                                       "valkuil",
                                                       "nadeel"};

inline constexpr std::string_view clause_starts[] = {
    "dat",     "die",   "omdat",  "als",     "wanneer", "terwijl", "zodat", "doordat", "want",     "maar",
    "of",      "en",    "hoewel", "voordat", "nadat",   "totdat",  "waar",  "waarbij", "waardoor", "waarin",
    "waarmee", "zodra", "om",     "dus",     "hoe",     "wat",     "wie",   "waarom",  "welk"};

}  // namespace codeboom
