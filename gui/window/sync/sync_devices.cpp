// The devices of the account, as SyncForm looks after them.
#include <algorithm>
#include <utility>

#include "gui/window/strings/sync_words.h"
#include "gui/window/sync/sync_form.h"

namespace rehearse {
namespace {

/// A name that this device shares with another.
std::string doubled_name(const std::vector<DeviceRow>& rows) {
  for (const DeviceRow& mine : rows)
    if (mine.is_this)
      for (const DeviceRow& other : rows)
        if (!other.is_this && other.name == mine.name) return mine.name;
  return "";
}

}  // namespace

void SyncForm::act_on(const ToggleDevices&) {
  const bool was_open = devices_.is_open;
  asking_devices_.stop();
  devices_ = {};
  device_name_.reset();
  devices_.is_open = !was_open;
  if (was_open) return;
  asks_sign_out_ = false;  // it would stand in the list's place
  has_opened_ = true;
  ask_devices({}, {});
}

void SyncForm::ask_devices(std::function<std::optional<sync::Trouble>(sync::HttpClient&)> first, Words done) {
  if (!keeper_.account() || asking_devices_.is_working()) return;
  const sync::Account& account = *keeper_.account();
  asking_devices_.begin(
      account.server, account.trust,
      [this, account, first = std::move(first),
       done = std::move(done)](sync::HttpClient& client) -> SyncErrand::Finish {
        if (first)
          if (auto trouble = first(client))
            return [this, trouble = std::move(*trouble)] { devices_.trouble = trouble.words; };
        return [this, done, list = sync::devices(client, account)] {
          if (!done.empty()) desk_.tell(NoticeKind::kNews, done);
          take_devices(list);
        };
      },
      desk_.wake());
}

void SyncForm::take_devices(const DeviceList& list) {
  devices_.asked.reset();
  devices_.trouble = {};
  if (const auto* trouble = std::get_if<sync::Trouble>(&list)) {
    devices_.trouble = trouble->words;
    return;
  }
  if (devices_.rows.empty()) {
    has_opened_ = true;  // only now there is something to see
    focus_in_list_ = "name device";
  }
  devices_.rows.clear();
  for (const sync::Device& device : std::get<std::vector<sync::Device>>(list))
    devices_.rows.push_back({device.id, device.name, device.used, device.is_this});
  std::stable_partition(devices_.rows.begin(), devices_.rows.end(),
                        [](const DeviceRow& row) { return row.is_this; });
  devices_.doubled = doubled_name(devices_.rows);
}

void SyncForm::act_on(const AskRevoke& intent) {
  if (intent.row >= devices_.rows.size()) return;
  devices_.asked = intent.row;
  next_focus_ = "keep device";
}

void SyncForm::act_on(const RevokeDevice&) {
  if (!devices_.asked || !keeper_.account()) return;
  const DeviceRow device = devices_.rows[*devices_.asked];
  devices_.asked.reset();
  next_focus_ = "devices";
  ask_devices([account = *keeper_.account(),
               id = device.id](sync::HttpClient& client) { return sync::revoke(client, account, id); },
              in_both(words::kSyncRevoked, {device.name}));
}

void SyncForm::act_on(const KeepDevice&) {
  if (devices_.asked) next_focus_ = "revoke " + devices_.rows[*devices_.asked].id;
  devices_.asked.reset();
}

void SyncForm::act_on(const StartNaming&) {
  device_name_.emplace(TextLines::kOne, keeper_.account() ? keeper_.account()->device_name : std::string());
  next_focus_ = "device name";
}

void SyncForm::act_on(const PointInDeviceName& intent) {
  if (device_name_) device_name_->take(intent.pointed);
}

void SyncForm::act_on(const NameDevice&) {
  if (!device_name_ || !keeper_.account() || asking_devices_.is_working()) return;
  const std::string name = device_name_->text();
  device_name_.reset();
  next_focus_ = "name device";
  ask_devices(
      [account = *keeper_.account(), name, open = desk_.options().open_again,
       folder = desk_.options().library_folder,
       now = desk_.now()](sync::HttpClient& client) mutable -> std::optional<sync::Trouble> {
        if (auto trouble = sync::rename_device(client, account, name)) return trouble;
        open().name_device(name, now);
        account.device_name = name;
        if (const auto written = sync::write_account(folder, account); !written)
          return sync::Trouble{sync::TroubleKind::kRefused, written.error().what, std::nullopt};
        return std::nullopt;
      },
      in_both(words::kSyncNamed, {name}));
}

void SyncForm::act_on(const StopNaming&) {
  device_name_.reset();
  next_focus_ = "name device";
}

}  // namespace rehearse
