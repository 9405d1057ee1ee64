package io.calllog.persistence.shared;

import org.mapstruct.MapperConfig;
import org.mapstruct.NullValueCheckStrategy;

/** How all rows are mapped to aggregates and back: values by {@link ValueMapper}, null to null. */
@MapperConfig(uses = ValueMapper.class, nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS)
public interface AggregateMapping {}
