// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/by_hand.h"
#include "change/pipeline.h"
#include "testing/manual_clock.h"

#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace freehold::change::testing {

using freehold::testing::ManualClock;

/// A domain whose apply and checks fail when a test says so, and that tells each change of a name.
class ObedientDomain final : public Domain {
public:
    [[nodiscard]] std::string_view name() const override { return "obedient"; }
    [[nodiscard]] Validate validator() const override
    {
        return [](const Delta &) { return std::vector<Problem>(); };
    }
    [[nodiscard]] std::vector<contract::Effect> effects(const Delta &delta) const override
    {
        std::vector<contract::Effect> effects;
        for (const KeyDifference &difference : differences(delta)) {
            if (difference.key == "name")
                effects.push_back({"obedient", contract::EffectCode::house_renamed,
                    {{"document", difference.document}}, {}, {}, {}});
        }
        return effects;
    }
    [[nodiscard]] std::optional<std::chrono::seconds> trial(const Delta &) const override
    {
        return wantedTrial;
    }
    Applied apply(const Delta &delta) override
    {
        ++applies;
        if (onApply)
            onApply();
        if (failWith && delta.after.find("house.toml") != nullptr
            && delta.after.find("house.toml")->textAt("name") == failWith)
            return std::unexpected(contract::Finding{
                contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}});
        applied = delta.after;
        findings = findingsAfterApply;
        return firstStep;
    }
    Applied proceed(const Step &step) override
    {
        proceeded.push_back(step);
        if (stepsFail)
            return std::unexpected(contract::Finding{
                contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}});
        return nextStep;
    }
    [[nodiscard]] std::vector<std::string_view> usedFacts() const override { return {"whereabouts"}; }
    [[nodiscard]] std::vector<contract::Finding> check() const override { return findings; }
    void addCalls(CallTable &) override { }

    std::optional<std::chrono::seconds> wantedTrial;
    std::optional<std::string> failWith; ///< the house's name that can't be applied
    std::vector<contract::Finding> findings;
    std::vector<contract::Finding> findingsAfterApply;
    std::function<void()> onApply;
    std::optional<Step> firstStep; ///< what apply() leaves to be done
    std::optional<Step> nextStep; ///< what proceed() leaves to be done
    std::vector<Step> proceeded;
    bool stepsFail = false;
    Configuration applied;
    int applies = 0;
};

/// A house in a folder of its own, with everything real but the domain and the clock.
class HouseFixture {
public:
    HouseFixture();

    /// Throws the engine's memory away and starts again from the disk, as after a kill.
    void restart();
    /// A commit of a newer engine, or of a damaged one: signed, and never looked at by this one. Then
    /// restart().
    void plant(const std::string &path, const std::string &text);
    /// As where a damaged database was set aside.
    void loseStore();
    [[nodiscard]] Draft draft(const std::string &path, const std::optional<std::string> &text) const;
    Result<contract::Change> write(const std::string &path, const std::optional<std::string> &text);
    [[nodiscard]] std::string fileText(const std::string &path) const;
    void writeFile(const std::string &path, const std::string &text) const;
    /// A git program in the work tree; its exit status and all that it said.
    struct Said {
        int status = -1;
        std::string text;
    };
    [[nodiscard]] Said git(const QStringList &arguments) const;
    /// The same, with the arguments in one line; ends the test program where git fails.
    std::string gitSays(const char *arguments) const;
    /// Everything in the work tree as a commit by plain git; its id.
    ObjectId commitByHand(const char *message = "mine") const;
    /// Empty where git's own programs find the repository sound, every commit with one parent signed, and
    /// the work tree as HEAD says; what they said otherwise.
    [[nodiscard]] std::string soundness() const;
    [[nodiscard]] Convergence &convergence() { return *convergence_; }
    [[nodiscard]] std::filesystem::path workTree() const { return root() / "config"; }
    /// Makes the disk say that a commit is the last that was applied, as after a cut.
    void setApplied(const ObjectId &id) const;
    [[nodiscard]] const crypto::SigningKey &key() const { return key_; }
    [[nodiscard]] std::filesystem::path root() const { return folder_.path().toStdString(); }

    bool isLocked = false; ///< the vault, from the next start on
    ManualClock clock;
    ObedientDomain domain;
    Caller owner{"ana", contract::Role::owner};
    std::unique_ptr<Pipeline> pipeline;
    std::unique_ptr<ByHand> byHand;

private:
    [[nodiscard]] Pipeline::Context context();

    QTemporaryDir folder_;
    std::optional<store::Database> database_;
    std::unique_ptr<Convergence> convergence_;
    crypto::SigningKey key_ = crypto::SigningKey::generate();
};

inline constexpr const char *houseText
    = "# our house\nformat = 1\nid = \"x\"\n"
      "root = \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPGgO4HmDe5PRWLy85hxJ869rQP4mdLpx+aFg9h/H5+B\"\n"
      "name = \"Smith\"\ntimezone = \"Europe/Berlin\"\n";

} // namespace freehold::change::testing
