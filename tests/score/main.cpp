// rehearse-score FOLDER [EXPECTED]: reads every document in FOLDER as the product does, compares it with
// NAME.json (beside it or in the folder EXPECTED) and prints a table. Exit 1 when the goal is missed, 2 for
// wrong usage.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/score/evaluation_set.h"
#include "tests/score/limits.h"

namespace {

using namespace rehearse::scoring;

constexpr std::size_t kWorstShown = 5;
constexpr std::size_t kStemsShown = 4;

void print_row(const std::string& name, const DocumentScore& score) {
  std::printf("%-44s %4zu/%zu%*s", name.c_str(), score.matched, score.expected, score.expected < 10 ? 2 : 1,
              "");
  for (const auto& part : score.parts) {
    if (part)
      std::printf(" %9.3f", *part);
    else
      std::printf(" %9s", "-");
  }
  std::printf("  %6.4f\n", score.total);
}

void print_heads() {
  std::printf("%-44s %8s", "document", "found");
  for (const PartOfScore& part : kParts) std::printf(" %9s", std::string(part.name).c_str());
  std::printf("  %6s\n", "score");
}

void print_stems(const char* what, const std::vector<std::string>& stems) {
  for (std::size_t i = 0; i < std::min(stems.size(), kStemsShown); ++i)
    std::printf("    %s: %s\n", what, stems[i].c_str());
}

enum class Stems { kHidden, kShown };

void print_worst(const std::vector<EvaluationDocument>& documents, const std::vector<DocumentScore>& scores,
                 Stems stems) {
  std::vector<std::size_t> order(scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return scores[a].total < scores[b].total; });
  std::printf("\nThe worst:\n");
  for (std::size_t i = 0; i < std::min(order.size(), kWorstShown); ++i) {
    const DocumentScore& score = scores[order[i]];
    std::printf("  %.4f %s\n", score.total, documents[order[i]].name.c_str());
    if (stems == Stems::kHidden) continue;
    print_stems("missed", score.missed);
    print_stems("invented", score.invented);
  }
}

/// What a folder comes to, or all of them.
class Average {
 public:
  explicit Average(std::string of) : of_(std::move(of)) {}

  void add(const DocumentScore& score) {
    scores_.push_back(score);
    below_ += score.total < kGoal.document;
  }

  bool reaches_goal() const { return macro_average(scores_) >= kGoal.macro && below_ == 0; }

  void print() const {
    std::printf("%-12s %3zu documents, macro average %.4f (goal %.2f), %zu below %.2f\n", of_.c_str(),
                scores_.size(), macro_average(scores_), kGoal.macro, below_, kGoal.document);
  }

 private:
  std::string of_;
  std::vector<DocumentScore> scores_;
  std::size_t below_ = 0;
};

int run(const std::filesystem::path& folder, const std::filesystem::path& expected) {
  const std::vector<EvaluationDocument> documents = evaluation_documents(folder, expected);
  std::vector<DocumentScore> scores;
  std::map<std::string, Average> folders;
  Average all("all");
  print_heads();
  for (const EvaluationDocument& document : documents) {
    scores.push_back(score(document));
    print_row(document.name, scores.back());
    const std::string within = std::filesystem::path(document.name).parent_path().string();
    folders.try_emplace(within, within).first->second.add(scores.back());
    all.add(scores.back());
  }
  // The whole set has documents in it that nobody should read in passing: a folder by itself tells more.
  print_worst(documents, scores, folders.size() == 1 ? Stems::kShown : Stems::kHidden);
  std::printf("\n");
  if (folders.size() > 1)
    for (const auto& named : folders) named.second.print();
  all.print();
  return all.reaches_goal() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) try {
  if (count != 2 && count != 3) {
    std::fprintf(stderr, "usage: rehearse-score FOLDER [EXPECTED]\n");
    return 2;
  }
  return run(words[1], words[count - 1]);
} catch (const std::exception& fault) {
  std::fprintf(stderr, "rehearse-score: %s\n", fault.what());
  return 1;
}
