package io.calllog.persistence.officer;

import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.persistence.region.Placement;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.AggregateMapping;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.ReportingPolicy;

/** Converts rows to officers and back. */
@Mapper(config = AggregateMapping.class, uses = RegionTree.class)
interface OfficerEntityMapper {

  @Mapping(target = "details", source = "row")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  Officer toOfficer(OfficerEntity row);

  @Mapping(target = "region", source = "regionKey")
  @BeanMapping(unmappedSourcePolicy = ReportingPolicy.IGNORE) // the row has more columns
  OfficerDetails toDetails(OfficerEntity row);

  /** Copies the officer to the row, except the regions, whose keys {@link Placement} finds. */
  @Mapping(target = ".", source = "details")
  @Mapping(target = "regionKey", ignore = true)
  @Mapping(target = "leads", ignore = true)
  @Mapping(target = "emailKey", source = "details.email", qualifiedByName = "emailKey")
  void write(Officer officer, @MappingTarget OfficerEntity row);
}
