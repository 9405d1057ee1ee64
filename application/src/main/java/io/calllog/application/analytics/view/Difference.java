package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.time.LocalDate;

/** A stored figure that differs from the calls: {@code kept} is stored, {@code counted} correct. */
public record Difference(
    LocalDate day, OfficerId officerId, String region, String figure, long kept, long counted) {}
