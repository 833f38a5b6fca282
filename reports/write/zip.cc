#include "reports/write/zip.h"

#include <zip.h>

#include <memory>

#include "message_keys/office.h"

namespace codeboom {
namespace {

// The first day that a zip can say. Given as it is stored: a time would be changed by the time zone.
constexpr zip_uint16_t dos_time = 0, dos_date = (1 << 5) | 1;

struct SourceDeleter {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceDeleter>;

tl::unexpected<Error> not_packed(std::string reason) {
  return fail(ErrorKind::unavailable, msg::office_not_packed, {{"reason", std::move(reason)}});
}

std::string reason_of(zip_error_t* error) {
  std::string reason = zip_error_strerror(error);
  zip_error_fini(error);
  return reason;
}

bool add(zip_t* archive, const PackedFile& file) {
  zip_source_t* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
  if (source == nullptr) return false;
  const zip_int64_t index = zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = file.packing == Packing::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  return zip_set_file_compression(archive, at, method, 6) == 0 &&
         zip_file_set_dostime(archive, at, dos_time, dos_date, 0) == 0;
}

Result<std::string> content_of(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
    return not_packed(reason_of(zip_source_error(source)));
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size)
    return not_packed(reason_of(zip_source_error(source)));
  return bytes;
}

}  // namespace

Result<std::string> packed(const std::vector<PackedFile>& files) {
  zip_error_t error;
  zip_error_init(&error);
  const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!source) return not_packed(reason_of(&error));
  zip_t* archive = zip_open_from_source(source.get(), ZIP_TRUNCATE, &error);
  if (archive == nullptr) return not_packed(reason_of(&error));
  zip_source_keep(source.get());  // the archive takes the one it was given
  for (const PackedFile& file : files) {
    if (add(archive, file)) continue;
    const std::string reason = zip_strerror(archive);
    zip_discard(archive);
    return not_packed(reason);
  }
  if (zip_close(archive) != 0) {
    const std::string reason = zip_strerror(archive);
    zip_discard(archive);
    return not_packed(reason);
  }
  return content_of(source.get());
}

}  // namespace codeboom
