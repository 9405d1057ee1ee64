package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.time.LocalDate;

/**
 * A stored figure that differs from the calls.
 *
 * @param figure its name in camelCase
 * @param kept the stored value
 * @param counted the correct value
 */
public record Difference(
    LocalDate day, OfficerId officerId, String region, String figure, long kept, long counted) {}
