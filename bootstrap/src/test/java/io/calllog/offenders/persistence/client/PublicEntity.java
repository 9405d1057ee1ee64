package io.calllog.offenders.persistence.client;

import jakarta.persistence.Entity;

/** An entity that everybody can see. */
@Entity
public class PublicEntity {}
