// The model file: "codeboom-model/6" and a line end; a line of JSON that says where the model came from and what it is worth;
// then the numbers, lowest byte first: features, rarity, scales, what resembles the codebook (columns, ends, rows, values), weights, bias, stacking alone and in documents. Spaces end the line of JSON, so that the numbers begin
// where they can be used as they lie.
#include <algorithm>
#include <array>
#include <bit>
#include <boost/json.hpp>
#include <cstring>

#include "codebook/learning.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

constexpr std::string_view magic = "codeboom-model/6\n";
static_assert(std::endian::native == std::endian::little, "the file holds numbers as they lie in memory");

constexpr std::size_t alignment = 8;

template <class Number>
void append(std::string& bytes, std::span<const Number> numbers) {
  if (!numbers.empty()) bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

template <class Number>
bool take(std::string_view& bytes, std::size_t count, std::vector<Number>& numbers) {
  if (bytes.size() / sizeof(Number) < count) return false;
  numbers.resize(count);
  if (count > 0) std::memcpy(numbers.data(), bytes.data(), count * sizeof(Number));
  bytes.remove_prefix(count * sizeof(Number));
  return true;
}

// As they lie where they can be used there, otherwise copied.
template <class Number>
bool take(std::string_view& bytes, std::size_t count, const std::shared_ptr<const void>& owner, SharedNumbers<Number>& numbers) {
  if (bytes.size() / sizeof(Number) < count) return false;
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Number) == 0) {
    numbers = {owner, {reinterpret_cast<const Number*>(bytes.data()), count}};
    bytes.remove_prefix(count * sizeof(Number));
    return true;
  }
  std::vector<Number> copied;
  const bool there = take(bytes, count, copied);
  numbers = std::move(copied);
  return there;
}

boost::json::object json_of(const Calibration& calibration) {
  return {{"slope", calibration.slope},
          {"intercept", calibration.intercept},
          {"ceiling", calibration.ceiling},
          {"known", calibration.known}};
}

Calibration read_calibration(const boost::json::object& object) {
  const auto fraction = [&](const char* field) { return object.at(field).to_number<double>(); };
  return {fraction("slope"), fraction("intercept"), fraction("ceiling"), object.at("known").as_bool()};
}

constexpr std::array<std::pair<const char*, float DocumentWeights::*>, 14> weight_fields{{
    {"base", &DocumentWeights::base},
    {"words", &DocumentWeights::words},
    {"rules", &DocumentWeights::rules},
    {"same", &DocumentWeights::same},
    {"near", &DocumentWeights::near},
    {"group", &DocumentWeights::group},
    {"root", &DocumentWeights::root},
    {"share", &DocumentWeights::share},
    {"lead", &DocumentWeights::lead},
    {"length", &DocumentWeights::length},
    {"codable", &DocumentWeights::codable},
    {"root_chance", &DocumentWeights::root_chance},
    {"label_chance", &DocumentWeights::label_chance},
    {"sentence_chance", &DocumentWeights::sentence_chance},
}};

boost::json::object json_of(const DocumentWeights& weights) {
  boost::json::object object;
  for (const auto& [name, field] : weight_fields) object[name] = weights.*field;
  object["of_root"] = boost::json::value_from(weights.of_root);
  object["shown_roots"] = boost::json::value_from(weights.shown.roots);
  object["shown_labels"] = boost::json::value_from(weights.shown.labels);
  return object;
}

float number_of(const boost::json::value& value) { return static_cast<float>(value.to_number<double>()); }

// As many as there are, or an exception.
void read_numbers(const boost::json::object& object, const char* name, std::span<float> numbers) {
  const boost::json::array& array = object.at(name).as_array();
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = number_of(array.at(i));
}

DocumentWeights read_weights(const boost::json::object& object) {
  DocumentWeights weights;
  for (const auto& [name, field] : weight_fields) weights.*field = number_of(object.at(name));
  for (const auto& of_root : object.at("of_root").as_array()) weights.of_root.push_back(number_of(of_root));
  read_numbers(object, "shown_roots", weights.shown.roots);
  read_numbers(object, "shown_labels", weights.shown.labels);
  return weights;
}

boost::json::object header_of(const LearnedModel& model) {
  boost::json::object records;
  for (const auto& [code, record] : model.records) records[code] = {record.present, record.given, record.right};
  return {{"codebook", model.codebook},
          {"fingerprint", model.fingerprint},
          {"lexicon", model.lexicon},
          {"sentences", model.sentences},
          {"without_code", model.without_code},
          {"groups", model.groups},
          {"folds", model.folds},
          {"codes", boost::json::value_from(model.codes)},
          {"features", model.part.model.features.size()},
          {"pieces", model.part.pieces.columns.size()},
          {"piece_features", model.part.pieces.rows.size()},
          {"points", model.part.points},
          {"offsets_alone", boost::json::value_from(model.part.offsets_alone)},
          {"most_rule_points", model.part.most_rule_points},
          {"columns", model.part.model.columns},
          {"stacked_alone", model.part.stacking_alone.columns},
          {"stacked_in_documents", model.part.stacking_in_documents.columns},
          {"documents", json_of(model.part.documents)},
          {"knows_documents", model.part.knows_documents},
          {"in_documents", json_of(model.part.in_documents)},
          {"alone", json_of(model.part.alone)},
          {"f1_documents", model.f1_documents},
          {"f1_sentences", model.f1_sentences},
          {"records", std::move(records)}};
}

struct Sizes {
  std::size_t features = 0, pieces = 0, piece_features = 0;
};

// Throws what Boost.JSON throws when a field is missing or of another kind; read_model catches it.
Sizes read_header(const boost::json::object& header, LearnedModel& model) {
  const auto text = [&](const char* field) { return std::string(header.at(field).as_string()); };
  const auto count = [&](const char* field) { return header.at(field).to_number<std::uint32_t>(); };
  const auto fraction = [&](const char* field) { return header.at(field).to_number<double>(); };
  model.codebook = text("codebook");
  model.fingerprint = text("fingerprint");
  model.lexicon = text("lexicon");
  model.sentences = count("sentences");
  model.without_code = count("without_code");
  model.groups = count("groups");
  model.folds = count("folds");
  for (const auto& code : header.at("codes").as_array()) model.codes.emplace_back(code.as_string());
  model.part.points = static_cast<float>(fraction("points"));
  for (const auto& offset : header.at("offsets_alone").as_array()) model.part.offsets_alone.push_back(number_of(offset));
  model.part.most_rule_points = static_cast<float>(fraction("most_rule_points"));
  model.part.model.columns = count("columns");
  model.part.stacking_alone.columns = count("stacked_alone");
  model.part.stacking_in_documents.columns = count("stacked_in_documents");
  model.part.documents = read_weights(header.at("documents").as_object());
  model.part.knows_documents = header.at("knows_documents").as_bool();
  model.part.in_documents = read_calibration(header.at("in_documents").as_object());
  model.part.alone = read_calibration(header.at("alone").as_object());
  model.f1_documents = fraction("f1_documents");
  model.f1_sentences = fraction("f1_sentences");
  for (const auto& [code, record] : header.at("records").as_object()) {
    const auto number = [&numbers = record.as_array()](std::size_t i) { return numbers.at(i).to_number<std::uint32_t>(); };
    model.records[std::string(code)] = {number(0), number(1), number(2)};
  }
  const auto size = [&](const char* field) { return header.at(field).to_number<std::size_t>(); };
  return {size("features"), size("pieces"), size("piece_features")};
}

bool read_numbers(std::string_view bytes, const Sizes& sizes, const std::shared_ptr<const void>& owner, LearnedPart& part) {
  LinearModel& model = part.model;
  CodebookPieces& pieces = part.pieces;
  const std::size_t features = sizes.features;
  const auto take_stacking = [&bytes](Stacking& stacking) {
    return take(bytes, std::size_t{stacking.columns} * stacking.columns, stacking.weights);
  };
  if (features > bytes.size() || model.columns > bytes.size()) return false;  // before their product can overflow
  return take(bytes, features, owner, model.features) && take(bytes, features, owner, model.rarity) &&
         take(bytes, features, owner, model.scales) && take(bytes, sizes.pieces, owner, pieces.columns) &&
         take(bytes, sizes.pieces, owner, pieces.ends) && take(bytes, sizes.piece_features, owner, pieces.rows) &&
         take(bytes, sizes.piece_features, owner, pieces.values) && take(bytes, features * model.columns, owner, model.weights) &&
         take(bytes, model.columns, model.bias) && take_stacking(part.stacking_alone) && take_stacking(part.stacking_in_documents) && bytes.empty();
}

// Numbers that point at others must point at something.
bool hold_together(const LearnedPart& part, std::size_t labels) {
  const auto below = [](std::size_t end) { return [end](std::uint32_t number) { return number < end; }; };
  const auto fits = [&](const Stacking& stacking) { return stacking.columns == 0 || stacking.columns == labels; };
  const CodebookPieces& pieces = part.pieces;
  return part.offsets_alone.size() == labels && fits(part.stacking_alone) && fits(part.stacking_in_documents) &&
         std::is_sorted(pieces.ends.begin(), pieces.ends.end()) &&
         std::all_of(pieces.ends.begin(), pieces.ends.end(), below(pieces.rows.size() + 1)) &&
         std::all_of(pieces.columns.begin(), pieces.columns.end(), below(labels)) &&
         std::all_of(pieces.rows.begin(), pieces.rows.end(), below(part.model.features.size()));
}

}  // namespace

std::string model_bytes(const LearnedModel& model) {
  std::string bytes(magic);
  bytes += boost::json::serialize(header_of(model));
  bytes.append(alignment - 1 - bytes.size() % alignment, ' ');
  bytes += '\n';
  const LinearModel& linear = model.part.model;
  bytes.reserve(bytes.size() + linear.weights.size() + linear.features.size() * 2 * sizeof(FeatureId) + linear.bias.size() * sizeof(float) +
                (model.part.pieces.columns.size() + model.part.pieces.rows.size()) * 2 * sizeof(float));
  append<FeatureId>(bytes, linear.features);
  append<float>(bytes, linear.rarity);
  append<float>(bytes, linear.scales);
  append<std::uint32_t>(bytes, model.part.pieces.columns);
  append<std::uint32_t>(bytes, model.part.pieces.ends);
  append<std::uint32_t>(bytes, model.part.pieces.rows);
  append<float>(bytes, model.part.pieces.values);
  append<std::int8_t>(bytes, linear.weights);
  append<float>(bytes, linear.bias);
  append<float>(bytes, model.part.stacking_alone.weights);
  append<float>(bytes, model.part.stacking_in_documents.weights);
  return bytes;
}

Result<LearnedModel> read_model(std::string_view bytes, std::shared_ptr<const void> owner, const std::string& source) {
  const auto damaged = [&] { return fail(ErrorKind::bad_input, msg::learning_not_a_model, {{"file", source}}); };
  const std::string_view all = bytes;
  if (!bytes.starts_with(magic)) return damaged();
  bytes.remove_prefix(magic.size());
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return damaged();
  LearnedModel model;
  Sizes sizes;
  try {
    sizes = read_header(boost::json::parse({bytes.data(), end}).as_object(), model);
  } catch (const std::exception&) {  // Boost.JSON's, for whatever does not fit
    return damaged();
  }
  bytes.remove_prefix(end + 1);
  const std::size_t more = model.part.model.columns - model.codes.size();  // wraps around when there are fewer
  if (more > 1 || !read_numbers(bytes, sizes, owner, model.part) || !hold_together(model.part, model.codes.size())) return damaged();
  if (owner) model.as_read = all;
  model.keeps_read = std::move(owner);
  return model;
}

}  // namespace codeboom
