// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sha256.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace onrecord::store {

namespace {

#if defined(__x86_64__)

constexpr size_t blockSize = 64;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
alignas(16) constexpr std::array<quint32, 64> roundConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

bool hasInstructions()
{
    static const bool has = [] {
        unsigned eax = 0;
        unsigned ebx = 0;
        unsigned ecx = 0;
        unsigned edx = 0;
        const bool hasShuffles = __get_cpuid(1, &eax, &ebx, &ecx, &edx) != 0 && (ecx & bit_SSSE3) != 0 && (ecx & bit_SSE4_1) != 0;
        return hasShuffles && __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 && (ebx & bit_SHA) != 0;
    }();
    return has;
}

__m128i *lanes(void *at)
{
    return static_cast<__m128i *>(at);
}

const __m128i *lanes(const void *at)
{
    return static_cast<const __m128i *>(at);
}

/// The compression function (6.2.2) over whole blocks. The instructions keep the eight words as a-b-e-f and c-d-g-h.
__attribute__((target("sha,sse4.1,ssse3"))) void compress(std::array<quint32, 8> &state, const char *data, size_t blocks)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(lanes(state.data())), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(lanes(state.data() + 4)), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (; blocks > 0; --blocks, data += blockSize) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[16]; // four of the message schedule each
        for (int i = 0; i < 16; ++i) {
            if (i < 4)
                words[i] = _mm_shuffle_epi8(_mm_loadu_si128(lanes(data + 16 * i)), bigEndian);
            else
                words[i] = _mm_sha256msg2_epu32(
                    _mm_add_epi32(_mm_sha256msg1_epu32(words[i - 4], words[i - 3]), _mm_alignr_epi8(words[i - 1], words[i - 2], 4)), words[i - 1]);
            const __m128i sums = _mm_add_epi32(words[i], _mm_load_si128(lanes(roundConstants.data() + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sums);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sums, 0x0e));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(lanes(state.data()), _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(lanes(state.data() + 4), _mm_alignr_epi8(dchg, feba, 8));
}

QByteArray byInstructions(QByteArrayView bytes)
{
    std::array<quint32, 8> state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const auto size = static_cast<size_t>(bytes.size());
    const size_t whole = size / blockSize;
    if (whole > 0)
        compress(state, bytes.data(), whole);
    // The rest, a one bit, zeros, and the length in bits: one block or two.
    std::array<char, 2 * blockSize> last{};
    const size_t rest = size % blockSize;
    if (rest > 0)
        std::memcpy(last.data(), bytes.data() + whole * blockSize, rest);
    last[rest] = static_cast<char>(0x80);
    const size_t end = rest < blockSize - 8 ? blockSize : 2 * blockSize;
    qToBigEndian<quint64>(quint64(size) * 8, last.data() + end - 8);
    compress(state, last.data(), end / blockSize);
    QByteArray out(32, Qt::Uninitialized);
    qToBigEndian<quint32>(state.data(), state.size(), out.data());
    return out;
}

#endif

} // namespace

QByteArray sha256WithoutInstructions(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray sha256(QByteArrayView bytes)
{
#if defined(__x86_64__)
    if (hasInstructions())
        return byInstructions(bytes);
#endif
    return sha256WithoutInstructions(bytes);
}

} // namespace onrecord::store
