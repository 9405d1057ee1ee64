package io.calllog.rest.shared.binding;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of phone numbers.
 *
 * @param defaultRegion the country (ISO 3166, two letters) of numbers that are typed without a
 *     country code; without it such numbers are refused
 */
@ConfigurationProperties("calllog.phone")
record PhoneProperties(@Nullable String defaultRegion) {}
