#include "sync/server/commands/own_certificate.h"

#include <fcntl.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <sys/stat.h>

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace rehearse::sync {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;  // attributes of fclose are no part of a type
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

constexpr long kDay = 24 * 60 * 60;
constexpr long kDaysBefore = 2;  // for clients whose clock is behind
constexpr long kDaysAfter = 3650;

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

Certificate make_certificate(EVP_PKEY* key, Instant now) {
  Certificate certificate(X509_new(), X509_free);
  require(certificate != nullptr, "no certificate could be made");
  X509_set_version(certificate.get(), X509_VERSION_3);
  std::int64_t serial = 0;
  RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
  ASN1_INTEGER_set_int64(X509_get_serialNumber(certificate.get()), serial & INT64_MAX);
  std::time_t at = std::chrono::system_clock::to_time_t(now);
  X509_time_adj_ex(X509_getm_notBefore(certificate.get()), -kDaysBefore, 0, &at);
  X509_time_adj_ex(X509_getm_notAfter(certificate.get()), kDaysAfter, 0, &at);
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>("rehearse-sync"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), subject);
  X509_set_pubkey(certificate.get(), key);
  require(X509_sign(certificate.get(), key, EVP_sha256()) > 0, "no certificate could be signed");
  return certificate;
}

/// A new file; fails where there is one.
File create(const std::string& name, mode_t mode) {
  const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
  File file(descriptor < 0 ? nullptr : ::fdopen(descriptor, "w"), std::fclose);
  require(file != nullptr, name + ": it cannot be written");
  return file;
}

}  // namespace

TlsFiles own_certificate(const std::filesystem::path& folder, Instant now) {
  TlsFiles files{(folder / "tls.pem").string(), (folder / "tls.key").string()};
  // The certificate is written last: where it is, the key is.
  if (std::filesystem::exists(files.certificate)) return files;
  std::filesystem::remove(files.key);
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  require(key != nullptr, "no key could be made");
  const Certificate certificate = make_certificate(key.get(), now);
  {
    const File file = create(files.key, S_IRUSR | S_IWUSR);
    require(PEM_write_PrivateKey(file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
                std::fflush(file.get()) == 0,
            files.key + ": it cannot be written");
  }
  const File file = create(files.certificate, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
  require(PEM_write_X509(file.get(), certificate.get()) == 1 && std::fflush(file.get()) == 0,
          files.certificate + ": it cannot be written");
  return files;
}

std::string fingerprint_of(const std::string& certificate_file) {
  const File file(std::fopen(certificate_file.c_str(), "re"), std::fclose);
  require(file != nullptr, certificate_file + ": it cannot be read");
  const Certificate certificate(PEM_read_X509(file.get(), nullptr, nullptr, nullptr), X509_free);
  require(certificate != nullptr, certificate_file + ": there is no certificate in it");
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  require(X509_digest(certificate.get(), EVP_sha256(), hash.data(), &size) == 1, "no fingerprint");
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (unsigned int i = 0; i < size; ++i) {
    if (i > 0) text += ':';
    text += kDigits[hash[i] >> 4];
    text += kDigits[hash[i] & 0x0F];
  }
  return text;
}

}  // namespace rehearse::sync
