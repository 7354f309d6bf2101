#include "tests/sync/cluster/nginx.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "sync/client/http_client.h"
#include "sync/server/commands/own_certificate.h"
#include "tests/sync/cluster/free_port.h"
#include "tests/sync/front/certificate.h"
#include "tests/sync/server/plain_user.h"

namespace rehearse::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kShipped = REHEARSE_SOURCE_DIR "/sync/deploy/nginx.conf";

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Each of the shipped words has to be there: what is tried is what is shipped.
void replace(std::string& text, const std::string& shipped, const std::string& here) {
  std::size_t at = text.find(shipped);
  if (at == std::string::npos) throw std::runtime_error("the shipped nginx.conf does not say: " + shipped);
  for (; at != std::string::npos; at = text.find(shipped, at + here.size()))
    text.replace(at, shipped.size(), here);
}

}  // namespace

std::optional<fs::path> Nginx::program() {
  for (const char* place : {"/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"})
    if (::access(place, X_OK) == 0) return place;
  return std::nullopt;
}

Nginx::Nginx(const std::vector<std::uint16_t>& servers) : port_(free_port()), plain_port_(free_port()) {
  const sync::TlsFiles made = make_certificate(scratch_.folder(), "made", "sync.example.org");
  fs::rename(made.certificate, scratch_ / "fullchain.pem");
  fs::rename(made.key, scratch_ / "privkey.pem");
  fingerprint_ = sync::fingerprint_of(scratch_ / "fullchain.pem");
  write_configuration(servers);
  if (!has_plain_user()) throw std::runtime_error("no user for nginx");
  give_to_plain_user(scratch_.folder());
  start(*program());
}

void Nginx::write_configuration(const std::vector<std::uint16_t>& servers) const {
  const std::string folder = scratch_.folder(), local = "listen 127.0.0.1:";
  std::string site = text_of(kShipped), lines;
  for (const std::uint16_t server : servers)
    lines += "server 127.0.0.1:" + std::to_string(server) + " max_fails=0;\n";
  replace(site, "server 127.0.0.1:8420 max_fails=0;", lines);
  replace(site, "listen 80;", local + std::to_string(plain_port_) + ";");
  replace(site, "listen [::]:80;", "");
  replace(site, "listen 443 ssl;", local + std::to_string(port_) + " ssl;");
  replace(site, "listen [::]:443 ssl;", "");
  replace(site, "/etc/letsencrypt/live/sync.example.org", folder);
  std::ofstream(scratch_ / "site.conf") << site;
  std::ofstream main(scratch_ / "nginx.conf");
  main << "daemon off;\npid " << folder
       << "/pid;\nworker_processes 2;\nevents { worker_connections 512; }\nhttp {\n"
       << "log_format seen '$uri $status $upstream_status';\naccess_log " << folder << "/seen.log seen;\n";
  for (const char* module : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
    main << module << "_temp_path " << folder << '/' << module << ";\n";
  main << "include " << folder << "/site.conf;\n}\n";
}

void Nginx::start(const fs::path& program) {
  const std::string folder = scratch_.folder(), configuration = folder + "/nginx.conf",
                    log = folder + "/error.log";
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("fork");
  if (process_ == 0) {
    become_plain_user();
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // its workers end with it
    const int errors = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(errors, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::execl(program.c_str(), program.c_str(), "-p", folder.c_str(), "-e", log.c_str(), "-c",
            configuration.c_str(), nullptr);
    ::_exit(127);
  }
  // Whatever comes back, it listens then.
  sync::HttpClient client({sync::Scheme::kHttp, "127.0.0.1", plain_port_, ""}, {});
  while (std::holds_alternative<sync::HttpFailure>(client.send({"GET", "/", "", "", ""}))) {
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_)
      throw std::runtime_error("nginx does not start: " + text_of(scratch_ / "error.log"));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));  // nothing tells of it: between two looks
  }
}

Nginx::~Nginx() {
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

SeenByClients Nginx::seen() const {
  SeenByClients seen;
  std::ifstream log(scratch_ / "seen.log");
  for (std::string line; std::getline(log, line);) {
    std::istringstream words(line);
    std::string path, upstream;
    int status = 0;
    words >> path >> status;
    if (path != "/v1/sync") continue;
    ++seen.statuses[status];
    std::getline(words, upstream);
    seen.asked_another += upstream.find(',') != std::string::npos;
  }
  return seen;
}

}  // namespace rehearse::test
