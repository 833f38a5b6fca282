// The sources of the lexicon, each read into the vocabulary.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "engine/language/build/hunspell.h"
#include "engine/language/build/vocabulary.h"

namespace codeboom {

// Words, the forms that their flags give, verbs' stems and infinitives, and what can be part of a compound.
void add_hunspell(Vocabulary& words, const Hunspell& hunspell);

// Comparatives and superlatives that no source has, of adjectives whose form in -e it has.
void add_comparatives(Vocabulary& words);

// One word a line.
void add_word_list(Vocabulary& words, std::istream& list);

// A table of ours: rows of cells separated by tabs; lines that begin with # are comments.
using Table = std::vector<std::vector<std::string>>;
Table read_table(std::istream& input);

void add_particles(Vocabulary& words, const Table& particles);            // particle | both, or empty
void add_own_words(Vocabulary& words, const Table& own);                  // lemma | class | other forms
void add_irregular_forms(Vocabulary& words, const Table& irregular);      // form | lemma | class
void add_compound_parts(Vocabulary& words, const Table& parts);           // word | how
void add_function_words(Vocabulary& words, const Table& function_words);  // form | lemmas
void add_abbreviations(Vocabulary& words, const Table& abbreviations);    // abbreviation | kind | lemma

// "noun", "verb", "adjective". Throws on anything else: the tables are part of the source.
WordClass word_class_named(const std::string& name);

}  // namespace codeboom
