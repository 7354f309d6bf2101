#pragma once

enum class Label : char { kPart };
