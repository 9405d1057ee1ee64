package io.calllog.offenders.persistence.client;

import jakarta.persistence.Entity;

/** A public entity. */
@Entity
public class PublicEntity {}
