// Words that the matcher knows of itself. Only engine/match includes this.
#pragma once

#include <string_view>

namespace codeboom {

// Prepositions and adverbs that are also particles: apart from their verb they only count where the clause ends.
inline constexpr std::string_view preposition_particles[] = {"aan",  "achter", "af",   "bij",   "binnen", "boven", "buiten",
                                                      "door", "in",     "langs", "na",   "om",     "onder", "op",
                                                      "over", "rond",   "tegen", "toe",  "tussen", "uit",   "voor"};

// Source  CONVENTIONS of the rule language: niet, geen, zonder, weinig, ontbreekt, belemmer...
inline constexpr std::string_view default_negation[] = {
    "niet",   "geen",     "zonder",     "weinig",      "nooit",     "nauwelijks", "niemand",      "nergens",
    "noch",   "amper",    "ontbreken",  "ontbreekt",   "belemmer*", "onvoldoende", "geenszins",
    "gebrek", "verhinder*", "ontberen", "mislukken",   "mislukt",   "zelden"};

inline constexpr std::string_view clause_starts[] = {"dat",   "die",    "omdat",  "als",     "wanneer", "terwijl", "zodat", "doordat",
                                              "want",  "maar",   "of",     "en",      "hoewel",  "voordat", "nadat", "totdat",
                                              "waar",  "waarbij", "waardoor", "waarin", "waarmee", "zodra",  "om",    "dus",
                                              "hoe",  "wat",    "wie",    "waarom", "welk"};

}  // namespace codeboom
