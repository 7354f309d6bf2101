#include "tests/sync/faults/device.h"

#include <unistd.h>

#include <fstream>
#include <map>
#include <random>

#include "core/deck/identity.h"
#include "core/library.h"
#include "core/store/op.h"
#include "tests/library_fixture.h"

namespace rehearse::test {
namespace {

constexpr int kAnswersOfProcess = 40;
constexpr std::chrono::seconds kLongestRun{60};

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
          std::chrono::hours{8}};
}

RandomSource chance() {
  return [random = std::mt19937_64(std::random_device()())]() mutable { return random(); };
}

/// At once, whatever becomes of the process.
void confirm(OpId id) {
  const std::string line = id.hex() + '\n';
  if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) std::_Exit(1);
}

}  // namespace

Device::Device(std::filesystem::path folder, std::string name)
    : folder_(std::move(folder)), name_(std::move(name)) {
  std::filesystem::create_directories(folder_);
}

std::string Device::said() const {
  std::ifstream file(folder_ / "said");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

int Device::run(std::vector<std::string> arguments, const std::string& input) {
  std::ofstream(folder_ / "input") << input;
  arguments.insert(arguments.end(), {"--library", library().string()});
  ChildProcess process("rehearse", std::move(arguments), folder_ / "said", folder_ / "input");
  if (!process.ends_within(kLongestRun)) return -1;
  return process.exit_code();
}

ChildProcess Device::start(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--library", library().string()});
  return {"rehearse", std::move(arguments), folder_ / ("started-" + std::to_string(processes_++ % 4))};
}

ChildProcess Device::start_answering(std::uint64_t seed) {
  confirmations_.push_back(folder_ / ("confirmed-" + std::to_string(processes_++)));
  return {std::filesystem::read_symlink("/proc/self/exe").filename().string(),
          {"--answer", library().string(), std::to_string(seed)},
          confirmations_.back()};
}

std::vector<OpId> Device::take_confirmed() {
  std::vector<OpId> confirmed;
  for (const std::filesystem::path& file : confirmations_) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
      if (const auto id = OpId::from_hex(line)) confirmed.push_back(*id);
    std::filesystem::remove(file);
  }
  confirmations_.clear();
  return confirmed;
}

DeviceState Device::state() const {
  DeviceState state;
  OpenStore store(library() / "library.sqlite");
  std::map<OpId, std::string> lines;
  for (std::string& line : test::lines(store.log)) lines.emplace(op_id(line), std::move(line));
  for (auto& [id, line] : lines) {
    state.ops.insert(id);
    state.lines.push_back(std::move(line));
  }
  state.cards = card_states(store.database);
  state.answers = answers(store.database);
  state.reviews = Library(library(), chance()).stats(now()).reviews;
  return state;
}

int answer_cards(const std::filesystem::path& folder, std::uint64_t seed) try {
  std::mt19937_64 random(seed);
  Library library(folder, chance());
  std::vector<CardId> cards;  // whether they are due or not: there would soon be none left
  for (const DeckTitle& deck : library.deck_titles())
    for (const ListedQuestion& question : library.questions(deck.id))
      cards.push_back(question_card_id(question.id));
  if (cards.empty()) return 0;
  for (int i = 0; i < kAnswersOfProcess; ++i) {
    const auto card = library.card(cards[random() % cards.size()]);
    if (!card) continue;
    Answer answer{card->id, static_cast<Quality>(random() % 6), std::nullopt, {}, std::chrono::seconds{7}};
    for (const PointId& point : card->points)
      answer.points.emplace_back(point, static_cast<PointResult>(random() % 3));
    confirm(library.grade(answer, now()));
  }
  return 0;
} catch (const StoreError&) {
  return 1;  // the sync beside it held the library for longer than one waits: nothing was confirmed
}

}  // namespace rehearse::test
